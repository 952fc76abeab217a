namespace Generate.Schema;

/// <param name="StateInputs">What narrows a lookup of an existing resource; null where a package has no such thing.</param>
internal sealed record ResourceSpec(
    string Token,
    IReadOnlyList<PropertySpec> Inputs,
    IReadOnlyList<PropertySpec> Outputs,
    IReadOnlyList<PropertySpec>? StateInputs,
    IReadOnlyList<string> AliasTypes,
    string? Deprecation);

/// <param name="Inputs">Null for a function that takes no arguments, which differs from one that takes only optional ones.</param>
internal sealed record FunctionSpec(
    string Token,
    IReadOnlyList<PropertySpec>? Inputs,
    IReadOnlyList<PropertySpec> Outputs,
    string? Deprecation);

internal sealed record ObjectSpec(string Token, IReadOnlyList<PropertySpec> Properties);

internal sealed record EnumSpec(string Token, PrimitiveKind Underlying, IReadOnlyList<EnumValueSpec> Values);

internal sealed record EnumValueSpec(string Name, string Value, string? Deprecation);
