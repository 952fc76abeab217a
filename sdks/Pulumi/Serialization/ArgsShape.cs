using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;

namespace Pulumi.Serialization;

/// <summary>The properties of an arguments class, found once.</summary>
internal sealed class ArgsShape
{
    private static readonly ConcurrentDictionary<Type, ArgsShape> Known = new();
    private readonly Type type;
    private readonly List<Member> members = [];

    private ArgsShape([DynamicallyAccessedMembers(MemberAccess.Kept)] Type type)
    {
        this.type = type;
        foreach (var member in MemberAccess.MembersOf(type))
        {
            if (member.GetCustomAttribute<InputAttribute>(inherit: false) is { } input)
            {
                members.Add(new(input, member.Name, MemberAccess.Getter(member)));
            }
        }
    }

    public static ArgsShape Of([DynamicallyAccessedMembers(MemberAccess.Kept)] Type type) =>
        Known.TryGetValue(type, out var known) ? known : Known.GetOrAdd(type, new ArgsShape(type));

    public IEnumerable<KeyValuePair<string, object?>> Read(InputArgs args)
    {
        foreach (var member in members)
        {
            var value = member.Get(args);
            if (value is null && member.Input.IsRequired)
            {
                throw new ArgumentNullException(
                    member.Name, $"[Input] {type.FullName}.{member.Name} is required but was not given a value");
            }

            yield return KeyValuePair.Create(
                member.Input.Name, member.Input.Json && value is not null ? new JsonInput(value) : value);
        }
    }

    private sealed record Member(InputAttribute Input, string Name, Func<object, object?> Get);
}

/// <summary>A value that is sent as JSON text unless it is a string.</summary>
internal sealed record JsonInput(object Value);
