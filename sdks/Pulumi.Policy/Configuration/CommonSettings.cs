namespace Pulumi.Policy.Configuration;

/// <summary>The settings that every policy takes, beside its own.</summary>
internal static class CommonSettings
{
    /// <summary>A policy's level travels beside its settings; some engines leave it among them as well.</summary>
    public const string LevelName = "enforcementLevel";

    /// <summary>Value of <see cref="Unknown"/>: what the policy cannot tell yet violates it.</summary>
    public const string Violation = "violation";

    private const string Advisory = "advisory";

    public static PolicySetting Unknown { get; } = new("unknown", PropertyMap.Of(
        ("type", "string"),
        ("description", "What it is when the policy cannot tell before something is known that only a deployment tells: shown as "
            + "advisory, or a violation at the policy's level."),
        ("enum", new[] { Advisory, Violation })));

    public static PolicySetting Exemptions { get; } = new("exemptions", PropertyMap.Of(
        ("type", "array"),
        ("description", "Resources whose violations are accepted for a while: shown as exempt, and violations again when that is over."),
        ("items", PropertyMap.Of(
            ("type", "object"),
            ("required", new[] { "resource", "reason", "owner", "expires" }),
            ("additionalProperties", false),
            ("properties", PropertyMap.Of(
                ("resource", Text("Name or URN of the resource, * standing for any characters.")),
                ("reason", Text("Why the violation is accepted.")),
                ("owner", Text("Who answers for it.")),
                ("expires", Text("The last day on which it is, yyyy-MM-dd, in UTC."))))))));

    public static ImmutableArray<PolicySetting> All { get; } = [Unknown, Exemptions];

    /// <summary>Whether a policy may not have a setting of its own under that name.</summary>
    public static bool IsReserved(string name) => name == LevelName || All.Any(setting => setting.Name == name);

    private static PropertyMap Text(string description) =>
        PropertyMap.Of(("type", "string"), ("description", description), ("minLength", 1));
}
