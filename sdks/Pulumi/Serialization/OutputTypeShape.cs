using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;

namespace Pulumi.Serialization;

/// <summary>How an <see cref="OutputTypeAttribute"/> class is made from property values and read again, found once.</summary>
internal sealed class OutputTypeShape
{
    private const BindingFlags Members = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;
    private static readonly ConcurrentDictionary<Type, OutputTypeShape> Known = new();
    private readonly ConstructorInfo constructor;

    [UnconditionalSuppressMessage("Trimming", "IL2070", Justification = Trimming.OutputTypesAreKept)]
    private OutputTypeShape(Type type)
    {
        constructor = Array.Find(
            type.GetConstructors(Members),
            candidate => candidate.IsDefined(typeof(OutputConstructorAttribute), inherit: false))
            ?? throw new InvalidOperationException(
                $"[OutputType] {type.FullName} has no constructor with [OutputConstructor].");
        Parameters = [.. constructor.GetParameters().Select(parameter => new Parameter(parameter, FieldOf(type, parameter.Name!)))];
    }

    public ImmutableArray<Parameter> Parameters { get; }

    public static OutputTypeShape Of(Type type) => Known.GetOrAdd(type, static key => new(key));

    public object Make(object?[] values) =>
        constructor.Invoke(BindingFlags.DoNotWrapExceptions, binder: null, values, culture: null);

    public IEnumerable<KeyValuePair<string, object?>> Read(object value)
    {
        foreach (var parameter in Parameters)
        {
            if (parameter.Get is { } get)
            {
                yield return KeyValuePair.Create(parameter.Name, NotDefault(get(value)));
            }
        }
    }

    /// <summary>An immutable array that was never set counts as empty.</summary>
    [UnconditionalSuppressMessage("Trimming", "IL2072", Justification = "A struct needs no constructor for its default value.")]
    private static object? NotDefault(object? value) =>
        value?.GetType() is { IsGenericType: true } type
        && type.GetGenericTypeDefinition() == typeof(ImmutableArray<>)
        && value.Equals(Activator.CreateInstance(type))
            ? Array.Empty<object?>()
            : value;

    [UnconditionalSuppressMessage("Trimming", "IL2070", Justification = Trimming.OutputTypesAreKept)]
    private static MemberInfo? FieldOf(Type type, string parameter) => Array.Find(
        type.GetMembers(Members),
        member => member is FieldInfo or PropertyInfo
            && string.Equals(member.Name, parameter, StringComparison.OrdinalIgnoreCase));

    internal sealed class Parameter(ParameterInfo parameter, MemberInfo? field)
    {
        public string Name { get; } =
            parameter.GetCustomAttribute<OutputConstructorParameterAttribute>()?.Name ?? parameter.Name!;

        public Type Type => parameter.ParameterType;

        public Func<object, object?>? Get { get; } = field is null ? null : MemberAccess.Getter(field);
    }
}
