using Preview.CommandLine;
using Preview.Policies;
using Preview.Tests.Builders;
using Pulumirpc;

namespace Preview.Tests.Policies;

public class PackConfigurationTests
{
    private static readonly AnalyzerInfo Info = new()
    {
        Name = "fake",
        SupportsConfig = true,
        Policies =
        {
            new PolicyInfo
            {
                Name = "small",
                EnforcementLevel = EnforcementLevel.Mandatory,
                ConfigSchema = new()
                {
                    Properties = EngineUnderTest.Bytes(PropertyMap.Of(
                        ("most", PropertyMap.Of(("type", "integer"), ("default", 5), ("minimum", 1))),
                        ("kinds", PropertyMap.Of(("type", "array"), ("items", PropertyMap.Of(("type", "string"))))))),
                    Required = { "most" },
                },
            },
            new PolicyInfo { Name = "tidy", EnforcementLevel = EnforcementLevel.Advisory },
        },
    };

    [Fact]
    public void Without_a_file_each_policy_has_its_own_level_and_the_defaults_of_its_settings()
    {
        var configuration = PackConfiguration.Resolve(Info, PackConfigFile.Empty);

        Assert.Equal(["small", "tidy"], configuration.Keys);
        Assert.Equal(EnforcementLevel.Mandatory, configuration["small"].EnforcementLevel);
        Assert.Equal(PropertyMap.Of(("most", 5)), PropertyMap.Decode(configuration["small"].Properties.Memory));
        Assert.True(configuration["tidy"].HasProperties);
    }

    [Fact]
    public void The_file_wins_over_the_packs_own_configuration_setting_by_setting()
    {
        var info = Info.Clone();
        info.InitialConfig["small"] = new()
        {
            EnforcementLevel = EnforcementLevel.Mandatory,
            Properties = EngineUnderTest.Bytes(PropertyMap.Of(("most", 7), ("kinds", new[] { "a" }))),
        };

        var configuration = PackConfiguration.Resolve(info, Parse("""{ "small": { "most": 9 } }"""));

        Assert.Equal(PropertyMap.Of(("most", 9), ("kinds", new[] { "a" })), PropertyMap.Decode(configuration["small"].Properties.Memory));
        Assert.Equal(EnforcementLevel.Mandatory, configuration["small"].EnforcementLevel);
    }

    [Fact]
    public void A_level_for_all_comes_before_those_of_single_policies()
    {
        var configuration = PackConfiguration.Resolve(Info, Parse("""{ "tidy": "mandatory", "all": "disabled", "environments": ["prod"] }"""));

        Assert.Equal(EnforcementLevel.Disabled, configuration["small"].EnforcementLevel);
        Assert.Equal(EnforcementLevel.Mandatory, configuration["tidy"].EnforcementLevel);
    }

    /// <summary>So it is with the real engine: a pack that leaves the level out lowers its policy.</summary>
    [Fact]
    public void The_packs_own_configuration_always_carries_a_level()
    {
        var info = Info.Clone();
        info.InitialConfig["small"] = new();

        Assert.Equal(EnforcementLevel.Advisory, PackConfiguration.Resolve(info, PackConfigFile.Empty)["small"].EnforcementLevel);
    }

    [Theory]
    [InlineData("[]", "holds no JSON object")]
    [InlineData("{", "is no JSON")]
    [InlineData("{\n  \"tidy\": \"advisory\" // for now\n}", "it goes wrong in line 2. Comments and commas after the last value are not accepted.")]
    [InlineData("""{ "tidy": "advisory", }""", "it goes wrong in line 1. Comments and commas after the last value are not accepted.")]
    [InlineData("""{ "tidy": "advisory", "small": 3, "tidy": "mandatory" }""", "config.json: tidy is there twice; keep one of them.")]
    [InlineData("""{ "small": { "most": 1, "most": 2 } }""", "small.most is there twice")]
    [InlineData("""{ "small": { "exemptions": [{}, { "owner": "a", "owner": "b" }] } }""", "small.exemptions[1].owner is there twice")]
    [InlineData("""{ "small": "strict" }""", "the level of small is \"strict\"; accepted are advisory, mandatory, remediate and disabled")]
    [InlineData("""{ "small": 3 }""", "small is 3")]
    [InlineData("""{ "all": { "most": 3 } }""", "settings belong to single policies")]
    public void A_faulty_file_is_refused(string text, string expected)
    {
        var fault = Assert.Throws<UserErrorException>(() => Parse(text));

        Assert.Contains(expected, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_empty_file_sets_nothing() => Assert.Empty(Parse(" \n").Policies);

    [Theory]
    [InlineData("""{ "small": { "most": "many" } }""", "small: most is \"many\", expected is an integer")]
    [InlineData("""{ "small": { "most": 0 } }""", "small: most is 0, the least is 1")]
    [InlineData("""{ "small": { "kinds": [1] } }""", "small: kinds[] is 1, expected is a string")]
    public void Settings_are_compared_with_their_schema(string text, string expected) =>
        Assert.Equal([expected], PackSettingsCheck.Faults(Info, PackConfiguration.Resolve(Info, Parse(text))));

    [Fact]
    public void A_disabled_policy_needs_no_settings()
    {
        var info = Info.Clone();
        info.Policies[0].ConfigSchema.Properties = EngineUnderTest.Bytes(PropertyMap.Empty);

        Assert.Equal(["small: most is required"], PackSettingsCheck.Faults(info, PackConfiguration.Resolve(info, PackConfigFile.Empty)));
        Assert.Empty(PackSettingsCheck.Faults(info, PackConfiguration.Resolve(info, Parse("""{ "small": "disabled" }"""))));
    }

    private static PackConfigFile Parse(string text) => PackConfigFile.Parse(text, "config.json");
}
