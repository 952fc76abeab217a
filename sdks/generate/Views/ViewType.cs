using Generate.Schema;

namespace Generate.Views;

/// <summary>How a property of a schema type is read through a view.</summary>
/// <param name="Declaration">The C# type.</param>
/// <param name="Read">From a property value, written {0}.</param>
/// <param name="Write">To a property value, from what is written {0}.</param>
/// <param name="Nested">The object type that needs a view of its own, or null.</param>
internal sealed record ViewType(string Declaration, string Read, string Write, string? Nested = null)
{
    /// <summary>What has no typed reading stays a property value: any JSON, alternatives, files, lists of lists.</summary>
    private static readonly ViewType Untyped = new("PropertyValue", "{0}", "{0}");

    /// <summary>Integers that 32 bits do not hold, which a schema does not say: bytes of an object.</summary>
    private static readonly string[] Wide = ["objectSizeGreaterThan", "objectSizeLessThan"];

    private static readonly ViewType WideInteger = new("Known<long?>", "Known.WideInteger({0})", "{0}.ToProperty()");

    public static ViewType Of(PropertySpec property, Func<string, string> viewOf) =>
        property.Type is TypeSpec.Primitive(PrimitiveKind.Integer) && Wide.Contains(property.WireName)
            ? WideInteger
            : Of(property.Type, viewOf);

    private static ViewType Of(TypeSpec type, Func<string, string> viewOf) => type switch
    {
        TypeSpec.ObjectRef(var token) => new(viewOf(token), $"{viewOf(token)}.From({{0}})", "{0}.ToProperty()", token),
        TypeSpec.ArrayOf(TypeSpec.ObjectRef(var token)) =>
            new($"ViewList<{viewOf(token)}>", $"ViewList<{viewOf(token)}>.From({{0}})", "{0}.Value", token),
        TypeSpec.ArrayOf(var element) when Scalar(element) is { } scalar =>
            new($"KnownList<{scalar.Type}>", $"KnownList.{scalar.Reader}s({{0}})", "{0}.Value"),
        TypeSpec.MapOf(var element) when Scalar(element) is { } scalar =>
            new($"KnownMap<{scalar.Type}>", $"KnownMap.{scalar.Reader}s({{0}})", "{0}.Value"),
        _ when Scalar(type) is { } scalar => new($"Known<{scalar.Type}>", $"Known.{scalar.Reader}({{0}})", "{0}.ToProperty()"),
        _ => Untyped,
    };

    private static (string Type, string Reader)? Scalar(TypeSpec type) => type switch
    {
        TypeSpec.Primitive(PrimitiveKind.String) or TypeSpec.EnumRef => ("string", "Text"),
        TypeSpec.Primitive(PrimitiveKind.Boolean) => ("bool?", "Flag"),
        TypeSpec.Primitive(PrimitiveKind.Integer) => ("int?", "Integer"),
        TypeSpec.Primitive(PrimitiveKind.Number) => ("double?", "Number"),
        // Text, or one of the texts of an enum: the same on the wire.
        TypeSpec.OneOf(var alternatives) when alternatives.All(IsText) => ("string", "Text"),
        _ => null,
    };

    private static bool IsText(TypeSpec type) => type is TypeSpec.Primitive(PrimitiveKind.String) or TypeSpec.EnumRef;
}
