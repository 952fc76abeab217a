namespace Generate.Schema;

/// <summary>The type of a property, with references already told apart by what they refer to.</summary>
internal abstract record TypeSpec
{
    internal sealed record Primitive(PrimitiveKind Kind) : TypeSpec;

    internal sealed record ArrayOf(TypeSpec Element) : TypeSpec;

    /// <summary>Keys are always strings.</summary>
    internal sealed record MapOf(TypeSpec Element) : TypeSpec;

    internal sealed record ObjectRef(string Token) : TypeSpec;

    internal sealed record EnumRef(string Token, PrimitiveKind Underlying) : TypeSpec;

    internal sealed record OneOf(IReadOnlyList<TypeSpec> Alternatives) : TypeSpec;

    /// <summary>Any JSON value.</summary>
    internal sealed record Any : TypeSpec;

    internal sealed record Asset : TypeSpec;

    internal sealed record Archive : TypeSpec;
}

internal enum PrimitiveKind
{
    String,
    Boolean,
    Integer,
    Number,
}
