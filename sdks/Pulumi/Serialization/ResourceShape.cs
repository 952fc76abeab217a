using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;

namespace Pulumi.Serialization;

/// <summary>The outputs of a resource class, found once.</summary>
internal sealed class ResourceShape
{
    private static readonly ConcurrentDictionary<Type, ResourceShape> Known = new();

    private readonly List<Member> outputs = [];

    private ResourceShape([DynamicallyAccessedMembers(MemberAccess.Kept)] Type type)
    {
        foreach (var member in MemberAccess.MembersOf(type))
        {
            if (member is PropertyInfo property && property.DeclaringType != typeof(Resource)
                && property.GetCustomAttribute<OutputAttribute>(inherit: false) is { } output)
            {
                outputs.Add(new(output.Name ?? property.Name, property));
            }
        }
    }

    /// <summary>All but the URN.</summary>
    public IReadOnlyList<Member> Outputs => outputs;

    public static ResourceShape Of([DynamicallyAccessedMembers(MemberAccess.Kept)] Type type) =>
        Known.TryGetValue(type, out var known) ? known : Known.GetOrAdd(type, new ResourceShape(type));

    /// <summary>What the public outputs of a component or stack hold.</summary>
    public IDictionary<string, object?> ReadOutputs(Resource resource)
    {
        var values = new Dictionary<string, object?>();
        foreach (var output in outputs)
        {
            if (output.Property.GetMethod is { IsPublic: true })
            {
                values[output.Name] = output.Get(resource);
            }
        }

        return values;
    }

    /// <summary>One output. Accessors are made on demand: a component's are never written, a resource's never read.</summary>
    internal sealed class Member(string name, PropertyInfo property)
    {
        private Func<object, object?>? getter;
        private Action<object, object?>? setter;
        private OutputMaker? maker;

        public string Name => name;

        public PropertyInfo Property => property;

        public Type ValueType { get; } = property.PropertyType is { IsGenericType: true } output
                && output.GetGenericTypeDefinition() == typeof(Output<>)
            ? output.GetGenericArguments()[0]
            : throw new InvalidOperationException(
                $"[Output] {property.DeclaringType?.FullName}.{property.Name} is a {property.PropertyType}; accepted is Output<T>.");

        public object? Get(Resource resource) => (getter ??= MemberAccess.Getter(property))(resource);

        public void Set(Resource resource, IOutputSource source) =>
            (setter ??= MemberAccess.Setter(property))(resource, (maker ??= OutputMaker.Of(ValueType)).Make(source));
    }
}
