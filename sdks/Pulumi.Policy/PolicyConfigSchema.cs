namespace Pulumi.Policy;

/// <summary>The settings of a policy, as a JSON schema for each.</summary>
/// <param name="Settings">The settings; none may be called enforcementLevel, unknown or exemptions, which every policy has anyway.</param>
public sealed record PolicyConfigSchema(params ImmutableArray<PolicySetting> Settings);

/// <summary>One setting of a policy.</summary>
/// <param name="Name">Its name, camelCase.</param>
/// <param name="Schema">Its JSON schema: type, bounds, description and default.</param>
/// <param name="IsRequired">Whether it must be given, there being no sensible default. With a default it need not be.</param>
public sealed record PolicySetting(string Name, PropertyMap Schema, bool IsRequired = false)
{
    /// <summary>Whether it must be given: what has a default need not be.</summary>
    internal bool MustBeGiven => IsRequired && Schema["default"].IsMissing;

    /// <summary>A number without a fraction, from <paramref name="minimum"/> to <paramref name="maximum"/>.</summary>
    public static PolicySetting Integer(string name, string description, int byDefault, int minimum = 0, int maximum = int.MaxValue) =>
        new(name, PropertyMap.Of(("type", "integer"), ("description", description), ("default", byDefault),
            ("minimum", minimum), ("maximum", maximum)));

    /// <summary>A number of at least <paramref name="minimum"/>.</summary>
    public static PolicySetting Number(string name, string description, double byDefault, double minimum = 0) =>
        new(name, PropertyMap.Of(("type", "number"), ("description", description), ("default", byDefault), ("minimum", minimum)));

    /// <summary>True or false.</summary>
    public static PolicySetting Flag(string name, string description, bool byDefault) =>
        new(name, PropertyMap.Of(("type", "boolean"), ("description", description), ("default", byDefault)));

    /// <summary>A text: one of those that are accepted, any where none are given.</summary>
    public static PolicySetting Text(string name, string description, string byDefault, params string[] accepted) =>
        new(name, accepted.Length == 0
            ? PropertyMap.Of(("type", "string"), ("description", description), ("default", byDefault))
            : PropertyMap.Of(("type", "string"), ("description", description), ("default", byDefault), ("enum", accepted)));

    /// <summary>A list of texts.</summary>
    public static PolicySetting Texts(string name, string description, params string[] byDefault) =>
        new(name, PropertyMap.Of(("type", "array"), ("description", description), ("default", byDefault),
            ("items", PropertyMap.Of(("type", "string")))));

    /// <summary>Numbers by name, for example billions of parameters by resource name.</summary>
    public static PolicySetting NumbersByName(string name, string description) =>
        new(name, PropertyMap.Of(("type", "object"), ("description", description), ("default", PropertyMap.Empty),
            ("additionalProperties", PropertyMap.Of(("type", "number")))));
}
