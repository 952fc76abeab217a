using PropertyValues;
using Pulumi.Policy;
using Pulumi.Policy.Configuration;
using Rpc = Pulumirpc;

namespace Sdks.Tests.Policy;

/// <summary>What a pack says of itself.</summary>
public class ReportTests
{
    private static readonly PolicyInfo Everything = new()
    {
        Name = "few-gpus",
        DisplayName = "Few GPUs",
        Description = "Instances have few GPUs.",
        Message = "Too many GPUs.",
        Severity = Severity.High,
        Remediation = "Choose a smaller type.",
        Url = "https://example.com/few-gpus",
        Tags = ["cost", "gpu"],
        Framework = new("CIS", "1.5", "2.1", "Text of the rule"),
        Config = new(
            PolicySetting.Integer("most", "Most GPUs.", byDefault: 4, maximum: 16),
            new PolicySetting("team", PropertyMap.Of(("type", "string")), IsRequired: true)),
    };

    [Fact]
    public void Every_field_of_a_policy_is_reported()
    {
        var host = Engine.Host(new TestPolicy(Everything, _ => Verdict.Compliant), EnforcementLevel.Remediate);

        var policy = Assert.Single(host.GetAnalyzerInfo().Policies);

        Assert.Equal(
            new Rpc.PolicyInfo
            {
                Name = "few-gpus",
                DisplayName = "Few GPUs",
                Description = "Instances have few GPUs.",
                Message = "Too many GPUs.",
                EnforcementLevel = Rpc.EnforcementLevel.Remediate,
                PolicyType = Rpc.PolicyType.Resource,
                Severity = Rpc.PolicySeverity.High,
                RemediationSteps = "Choose a smaller type.",
                Url = "https://example.com/few-gpus",
                Tags = { "cost", "gpu" },
                Framework = new() { Name = "CIS", Version = "1.5", Reference = "2.1", Specification = "Text of the rule" },
                ConfigSchema = new()
                {
                    Required = { "team" },
                    Properties = Engine.Bytes(PropertyMap.Of(
                        ("most", PropertyMap.Of(
                            ("type", "integer"), ("description", "Most GPUs."), ("default", 4), ("minimum", 0), ("maximum", 16))),
                        ("team", PropertyMap.Of(("type", "string"))),
                        ("unknown", CommonSettings.Unknown.Schema),
                        ("exemptions", CommonSettings.Exemptions.Schema))),
                },
            },
            policy);
    }

    [Fact]
    public void Every_field_of_a_pack_is_reported()
    {
        var pack = new PolicyPack("guard", "2.0.0", [])
        {
            DisplayName = "Guard",
            Description = "Guards.",
            Readme = "# Guard",
            Repository = "https://example.com/guard",
            Provider = "aws",
            Tags = ["ml"],
        };

        var host = new PolicyHost(pack);

        Assert.Equal(
            new Rpc.AnalyzerInfo
            {
                Name = "guard",
                DisplayName = "Guard",
                Version = "2.0.0",
                Description = "Guards.",
                Readme = "# Guard",
                Repository = "https://example.com/guard",
                Provider = "aws",
                Tags = { "ml" },
                SupportsConfig = true,
            },
            host.GetAnalyzerInfo());
        Assert.Equal("2.0.0", host.GetPluginInfo().Version);
    }

    [Fact]
    public void A_policy_without_a_display_name_shows_its_name()
    {
        var host = Engine.Host(new TestPolicy("plain", _ => Verdict.Compliant));

        Assert.Equal("plain", host.GetAnalyzerInfo().Policies[0].DisplayName);
        Assert.Equal("test-pack", host.GetAnalyzerInfo().DisplayName);
    }

    [Fact]
    public void A_policy_without_settings_has_those_of_every_policy() => Assert.Equal(
        PropertyMap.Of(("unknown", CommonSettings.Unknown.Schema), ("exemptions", CommonSettings.Exemptions.Schema)),
        PropertyMap.Decode(Engine.Host(new TestPolicy("plain", _ => Verdict.Compliant)).GetAnalyzerInfo().Policies[0].ConfigSchema.Properties.Memory));

    [Fact]
    public void A_stack_policy_is_reported_as_one() => Assert.Equal(
        Rpc.PolicyType.Stack, Engine.Host(new TestStackPolicy("whole", _ => [])).GetAnalyzerInfo().Policies[0].PolicyType);

    [Fact]
    public void The_initial_configuration_has_every_policy_with_its_level_and_defaults()
    {
        var host = Engine.HostOf(
            new(new TestPolicy(Everything, _ => Verdict.Compliant), EnforcementLevel.Mandatory),
            new(new TestStackPolicy("off", _ => []), EnforcementLevel.Disabled));

        var initial = host.GetAnalyzerInfo().InitialConfig;

        Assert.Equal(["few-gpus", "off"], initial.Keys.Order());
        Assert.Equal(Rpc.EnforcementLevel.Mandatory, initial["few-gpus"].EnforcementLevel);
        Assert.Equal(PropertyMap.Of(("most", 4)), PropertyMap.Decode(initial["few-gpus"].Properties.Memory));
        Assert.Equal(Rpc.EnforcementLevel.Disabled, initial["off"].EnforcementLevel);
        Assert.True(initial["off"].HasProperties);
    }
}
