using System.Text.RegularExpressions;
using Policies.Packs;

namespace Policies.Tests.Packs;

/// <summary>What the pack contains, and what every policy in it must have.</summary>
public partial class GuardrailsTests
{
    private static readonly Type[] PolicyTypes =
        [.. typeof(Guardrails).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Policy)) && !type.IsAbstract)];

    public static IEnumerable<object[]> Policies => Guardrails.Pack.Policies.Select(packed => new object[] { packed.Policy.Info.Name });

    [Fact]
    public void The_pack_holds_these_policies_at_these_levels() => Assert.Equal(
        [
            ("no-oversized-instances", EnforcementLevel.Mandatory),
            ("spot-training-required", EnforcementLevel.Mandatory),
            ("spot-wait-consistent", EnforcementLevel.Mandatory),
            ("spot-checkpoint", EnforcementLevel.Mandatory),
            ("spot-no-warm-pool", EnforcementLevel.Mandatory),
            ("runtime-capped", EnforcementLevel.Mandatory),
            ("no-previous-generation", EnforcementLevel.Mandatory),
            ("no-volume-key-on-nvme", EnforcementLevel.Mandatory),
            ("mme-shape", EnforcementLevel.Mandatory),
            ("serverless-shape", EnforcementLevel.Mandatory),
            ("autoscaling-present", EnforcementLevel.Mandatory),
            ("autoscaling-coherent", EnforcementLevel.Mandatory),
            ("scale-to-zero-complete", EnforcementLevel.Mandatory),
            ("bucket-lifecycle-required", EnforcementLevel.Mandatory),
            ("lifecycle-valid", EnforcementLevel.Mandatory),
            ("versioned-noncurrent", EnforcementLevel.Mandatory),
            ("multipart-abort", EnforcementLevel.Remediate),
            ("live-models-not-archived", EnforcementLevel.Mandatory),
            ("live-prefix-not-archived", EnforcementLevel.Mandatory),
            ("idle-shutdown", EnforcementLevel.Mandatory),
            ("monthly-cost-ceiling", EnforcementLevel.Mandatory),
            ("cost-increase-limit", EnforcementLevel.Mandatory),
            ("budget-present", EnforcementLevel.Mandatory),
            ("budget-notified", EnforcementLevel.Mandatory),
            ("anomaly-coherent", EnforcementLevel.Mandatory),
            ("no-silent-commitment", EnforcementLevel.Mandatory),
            ("cost-tags", EnforcementLevel.Mandatory),
            ("log-retention", EnforcementLevel.Remediate),
            ("same-region", EnforcementLevel.Advisory),
        ],
        Guardrails.Pack.Policies.Select(packed => (packed.Policy.Info.Name, packed.Level)));

    [Fact]
    public void The_pack_is_called_the_same_for_ever_and_has_a_version_of_three_numbers()
    {
        Assert.Equal("sagemaker-guardrails", Guardrails.Pack.Name);
        Assert.Matches(SemanticVersion(), Guardrails.Pack.Version);
    }

    [Fact]
    public void Every_policy_is_in_the_pack() =>
        Assert.Empty(PolicyTypes.Except(Guardrails.Pack.Policies.Select(packed => packed.Policy.GetType())));

    [Fact]
    public void Every_policy_has_a_test_class() => Assert.Empty(PolicyTypes
        .Select(type => $"{type.Name}Tests").Except(typeof(GuardrailsTests).Assembly.GetTypes().Select(type => type.Name)));

    [Theory]
    [MemberData(nameof(Policies))]
    public void Every_policy_says_what_holds_what_to_do_and_where_to_read_on(string name)
    {
        var info = Info(name);

        Assert.Matches(KebabCase(), info.Name);
        Assert.False(string.IsNullOrWhiteSpace(info.DisplayName));
        Assert.False(string.IsNullOrWhiteSpace(info.Description));
        Assert.False(string.IsNullOrWhiteSpace(info.Remediation));
        Assert.NotEqual(Severity.Unspecified, info.Severity);
        Assert.NotEmpty(info.Tags);
        Assert.NotNull(info.Config);
        Assert.Equal($"docs/policies/{name}.md", info.Url);
    }

    private static PolicyInfo Info(string name) => Guardrails.Pack.Policies.Single(packed => packed.Policy.Info.Name == name).Policy.Info;

    [GeneratedRegex(@"^\d+\.\d+\.\d+$")]
    private static partial Regex SemanticVersion();

    [GeneratedRegex("^[a-z]+(-[a-z]+)*$")]
    private static partial Regex KebabCase();
}
