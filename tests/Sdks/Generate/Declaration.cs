using System.Reflection;

namespace Sdks.Tests.Generate;

/// <summary>Writes members the way they are declared, attributes and nullability included, so that a test reads like C#.</summary>
internal static class Declaration
{
    private static readonly NullabilityInfoContext Nullability = new();

    /// <summary>A property, with the attribute of its backing field where it has one.</summary>
    public static string Of(Type type, string property)
    {
        var found = type.GetProperty(property)
            ?? throw new ArgumentException($"{type} has no public property {property}; it has {string.Join(", ", type.GetProperties().Select(other => other.Name))}.");
        MemberInfo carrier = found.GetCustomAttributesData().Any(IsWire) ? found : Field(type, found);
        var attributes = carrier.GetCustomAttributesData().Where(IsWire).Concat(found.GetCustomAttributesData().Where(IsObsolete)).Select(Attribute);
        return $"{string.Concat(attributes.Select(attribute => $"[{attribute}] "))}{Name(Nullability.Create(found))} {found.Name}";
    }

    /// <summary>The public fields of an output type, in order.</summary>
    public static IEnumerable<string> Fields(Type type) =>
        type.GetFields().Select(field => $"{Name(Nullability.Create(field))} {field.Name}");

    public static string Of(MethodBase method) =>
        $"{method.Name}({string.Join(", ", method.GetParameters().Select(Parameter))})";

    public static string Name(NullabilityInfo info) =>
        $"{Name(info.Type, info)}{(info.ReadState == NullabilityState.Nullable && !info.Type.IsValueType ? "?" : "")}";

    private static string Name(Type type, NullabilityInfo info)
    {
        if (Nullable.GetUnderlyingType(type) is { } underlying)
            return $"{Simple(underlying)}?";

        if (!type.IsGenericType)
            return Simple(type);

        var arguments = info.GenericTypeArguments.Select(Name);
        return $"{type.Name.Split('`')[0]}<{string.Join(", ", arguments)}>";
    }

    private static string Simple(Type type) => Type.GetTypeCode(type) switch
    {
        TypeCode.String => "string",
        TypeCode.Boolean => "bool",
        TypeCode.Int32 => "int",
        TypeCode.Double => "double",
        _ => type == typeof(object) ? "object" : type.Name,
    };

    private static string Parameter(ParameterInfo parameter) =>
        $"{Name(Nullability.Create(parameter))} {parameter.Name}{(parameter.IsOptional ? " = null" : "")}";

    private static FieldInfo Field(Type type, PropertyInfo property) =>
        type.GetField($"_{char.ToLowerInvariant(property.Name[0])}{property.Name[1..]}", BindingFlags.Instance | BindingFlags.NonPublic)!;

    private static bool IsWire(CustomAttributeData attribute) => attribute.AttributeType.Name is "InputAttribute" or "OutputAttribute";

    private static bool IsObsolete(CustomAttributeData attribute) => attribute.AttributeType == typeof(ObsoleteAttribute);

    private static string Attribute(CustomAttributeData attribute)
    {
        var arguments = attribute.Constructor.GetParameters().Zip(attribute.ConstructorArguments)
            .Where(pair => pair.Second.Value is not false)
            .Select(pair => pair.Second.Value is true ? $"{pair.First.Name}: true" : $"\"{pair.Second.Value}\"");
        return $"{attribute.AttributeType.Name[..^"Attribute".Length]}({string.Join(", ", arguments)})";
    }
}
