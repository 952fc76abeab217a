using Pulumirpc;

namespace Preview.Policies;

/// <summary>Names of enforcement levels.</summary>
internal static class Levels
{
    public const string Names = "advisory, mandatory, remediate and disabled";

    public static EnforcementLevel? Parse(string name) => name switch
    {
        "advisory" => EnforcementLevel.Advisory,
        "mandatory" => EnforcementLevel.Mandatory,
        "remediate" => EnforcementLevel.Remediate,
        "disabled" => EnforcementLevel.Disabled,
        _ => null,
    };

    public static string NameOf(EnforcementLevel level) => level switch
    {
        EnforcementLevel.Mandatory => "mandatory",
        EnforcementLevel.Remediate => "remediate",
        EnforcementLevel.Disabled => "disabled",
        _ => "advisory",
    };
}
