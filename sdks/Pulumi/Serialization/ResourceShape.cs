using System.Collections.Concurrent;
using System.Reflection;

namespace Pulumi.Serialization;

/// <summary>The outputs of a resource class, found once.</summary>
internal sealed class ResourceShape
{
    private static readonly ConcurrentDictionary<Type, ResourceShape> Known = new();

    private ResourceShape(Type type)
    {
        Outputs =
        [
            .. from property in MemberAccess.MembersOf(type).OfType<PropertyInfo>()
               let output = property.GetCustomAttribute<OutputAttribute>(inherit: false)
               where output is not null && property.DeclaringType != typeof(Resource)
               select new Member(output.Name ?? property.Name, property),
        ];
    }

    /// <summary>All but the URN.</summary>
    public ImmutableArray<Member> Outputs { get; }

    public static ResourceShape Of(Type type) => Known.GetOrAdd(type, static key => new(key));

    /// <summary>What the public outputs of a component or stack hold.</summary>
    public IDictionary<string, object?> ReadOutputs(Resource resource)
    {
        var values = new Dictionary<string, object?>();
        foreach (var output in Outputs.Where(output => output.Property.GetMethod is { IsPublic: true }))
        {
            values[output.Name] = output.Get(resource);
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
