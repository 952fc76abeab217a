using System.Diagnostics.CodeAnalysis;
using System.Reflection;

namespace Pulumi.Serialization;

/// <summary>
/// Reads and writes members by their field: for an automatic property its backing field, so that no accessor of hundreds of
/// generated properties has to be compiled at startup.
/// </summary>
internal static class MemberAccess
{
    /// <summary>What a compiler that leaves unused code out has to keep of types whose members are read here.</summary>
    public const DynamicallyAccessedMemberTypes Kept = DynamicallyAccessedMemberTypes.AllProperties | DynamicallyAccessedMemberTypes.AllFields;

    private const BindingFlags All =
        BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    /// <summary>Fields and properties of a class and of those it derives from, the most derived first.</summary>
    public static IEnumerable<MemberInfo> MembersOf([DynamicallyAccessedMembers(Kept)] Type type)
    {
        for (Type? current = type; current is not null && current != typeof(object); current = current.BaseType)
        {
            foreach (var property in current.GetProperties(All))
            {
                yield return property;
            }

            foreach (var field in current.GetFields(All))
            {
                if (field.Name[0] != '<')
                {
                    yield return field;
                }
            }
        }
    }

    public static Func<object, object?> Getter(MemberInfo member) => member switch
    {
        FieldInfo field => field.GetValue,
        PropertyInfo property => BackingField(property) is { } field ? field.GetValue : property.GetValue,
        _ => throw new ArgumentException($"{member} is neither a field nor a property.", nameof(member)),
    };

    public static Action<object, object?> Setter(PropertyInfo property) => BackingField(property) is { } field
        ? field.SetValue
        : property.CanWrite
            ? property.SetValue
            : throw new InvalidOperationException(
                $"[Output] {property.DeclaringType?.FullName}.{property.Name} must have a setter.");

    [UnconditionalSuppressMessage("Trimming", "IL2075", Justification = Trimming.MembersAreKept)]
    private static FieldInfo? BackingField(PropertyInfo property) =>
        property.DeclaringType!.GetField($"<{property.Name}>k__BackingField", BindingFlags.Instance | BindingFlags.NonPublic);
}
