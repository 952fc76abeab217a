using System.Text;
using Policies.Packs;
using Policies.Tests.Serving;

namespace Policies.Tests.Pages;

/// <summary>The settings of a policy as its page shows them: what is accepted is what the pack itself says when it refuses a value.</summary>
internal static class SettingsTable
{
    private const string Common = "level, `unknown` and `exemptions` are [common to all](README.md#configuring-a-policy)";

    public static string Of(PackedPolicy packed)
    {
        var settings = packed.Policy.Info.Config!.Settings;
        if (settings.IsEmpty)
        {
            return $"None of its own; the {Common}.\n";
        }

        var table = new StringBuilder("| setting | default | accepted | |\n|---|---|---|---|\n");
        foreach (var setting in settings)
        {
            table.Append($"| `{setting.Name}` | {(setting.IsRequired ? "required" : $"`{setting.Schema["default"]}`")} ")
                .Append($"| {Accepted(packed, setting)} | {PolicyPage.Escaped(setting.Schema["description"].AsString()!)} |\n");
        }

        return table.Append($"\nThe {Common}.\n").ToString();
    }

    /// <summary>No setting takes null, and the refusal ends with what it does take.</summary>
    private static string Accepted(PackedPolicy packed, PolicySetting setting)
    {
        const string marker = "accepted is ";
        var refusal = Assert.Throws<PolicyPackException>(() => new PolicyHost(Guardrails.Pack).Configure(new()
        {
            PolicyConfig =
            {
                [packed.Policy.Info.Name] = new()
                {
                    EnforcementLevel = (Pulumirpc.EnforcementLevel)packed.Level,
                    Properties = Requests.Bytes(PropertyMap.Of((setting.Name, PropertyValue.Of(null)))),
                },
            },
        }));
        var problem = refusal.Problems.Single();
        return problem[(problem.IndexOf(marker, StringComparison.Ordinal) + marker.Length)..];
    }
}
