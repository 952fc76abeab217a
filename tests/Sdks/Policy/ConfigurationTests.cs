using PropertyValues;
using Pulumi.Policy;
using Rpc = Pulumirpc;

namespace Sdks.Tests.Policy;

public class ConfigurationTests
{
    private static readonly PolicySetting[] Settings =
    [
        PolicySetting.Integer("most", "Most GPUs.", byDefault: 4, maximum: 8),
        PolicySetting.Number("share", "Share of spot.", byDefault: 0.5),
        PolicySetting.Flag("strict", "Whether.", byDefault: false),
        PolicySetting.Text("mode", "How.", "warn", "warn", "stop"),
        PolicySetting.Texts("types", "Instance types.", "ml.t3.medium"),
        PolicySetting.NumbersByName("sizes", "Billions of parameters."),
    ];

    private static readonly PolicySetting Team = new("team", PropertyMap.Of(("type", "string")), IsRequired: true);

    [Fact]
    public void Without_a_configuration_a_policy_has_the_packs_level_and_its_defaults()
    {
        var host = HostOf(out var seen, EnforcementLevel.Advisory);

        var found = Assert.Single(host.Analyze(Engine.Request()).Diagnostics);

        Assert.Equal(Rpc.EnforcementLevel.Advisory, found.EnforcementLevel);
        Assert.Equal(
            PropertyMap.Of(
                ("most", 4), ("share", 0.5), ("strict", false), ("mode", "warn"), ("types", new[] { "ml.t3.medium" }),
                ("sizes", PropertyMap.Empty)),
            Assert.Single(seen).Properties);
    }

    [Fact]
    public void What_is_configured_wins_and_the_other_settings_keep_their_defaults()
    {
        var host = HostOf(out var seen, EnforcementLevel.Advisory);

        host.Configure("p", EnforcementLevel.Mandatory, PropertyMap.Of(("most", 2), ("types", new[] { "a", "b" })));

        Assert.Equal(Rpc.EnforcementLevel.Mandatory, host.Analyze(Engine.Request()).Diagnostics.Single().EnforcementLevel);
        Assert.Equal((2, "warn", 2), (seen[0]["most"].AsInt32(), seen[0]["mode"].AsString(), seen[0]["types"].Items.Count));
    }

    [Fact]
    public void A_disabled_policy_does_not_run_and_is_not_reported_as_not_applicable()
    {
        var host = HostOf(out var seen);

        host.Configure("p", EnforcementLevel.Disabled);

        Assert.Equal(new Rpc.AnalyzeResponse(), host.Analyze(Engine.Request()));
        Assert.Equal(new Rpc.RemediateResponse(), host.Remediate(Engine.Request()));
        Assert.Empty(seen);
    }

    [Fact]
    public void The_level_of_all_holds_for_a_policy_without_an_entry_of_its_own()
    {
        var host = Engine.HostOf(
            new(new TestPolicy("first", _ => Verdict.Violation("x")), EnforcementLevel.Advisory),
            new(new TestPolicy("second", _ => Verdict.Violation("x")), EnforcementLevel.Advisory));

        host.Configure(new()
        {
            PolicyConfig =
            {
                ["all"] = new() { EnforcementLevel = Rpc.EnforcementLevel.Mandatory },
                ["second"] = new() { EnforcementLevel = Rpc.EnforcementLevel.Disabled },
            },
        });

        var found = Assert.Single(host.Analyze(Engine.Request()).Diagnostics);
        Assert.Equal(("first", Rpc.EnforcementLevel.Mandatory), (found.PolicyName, found.EnforcementLevel));
    }

    [Fact]
    public void A_setting_given_to_all_policies_is_refused_since_nobody_would_read_it()
    {
        var exception = Assert.Throws<PolicyPackException>(
            () => HostOf(out _).Configure("all", settings: PropertyMap.Of(("enforcementLevel", "advisory"), ("most", 1))));

        Assert.Equal(
            ["all: most is not accepted, only a level; a setting is given under the name of its policy"], exception.Problems);
    }

    [Fact]
    public void What_the_pack_gives_a_setting_stands_between_its_default_and_what_the_user_gives()
    {
        var seen = new List<PolicyConfig>();
        var policy = Policy(
            "p",
            context =>
            {
                seen.Add(context.Config);
                return Verdict.Compliant;
            },
            [.. Settings, Team]);
        var host = Engine.HostOf(new PackedPolicy(policy, EnforcementLevel.Advisory)
        {
            Settings = PropertyMap.Of(("most", 2), ("mode", "stop"), ("team", "search")),
        });

        host.Analyze(Engine.Request());
        host.Configure("p", settings: PropertyMap.Of(("mode", "warn")));
        host.Analyze(Engine.Request());

        Assert.Equal(
            [(2, "stop", "search", 0.5), (2, "warn", "search", 0.5)],
            seen.Select(config => Values(config.Properties)));
        Assert.Equal(
            (2, "stop", "search", 0.5), Values(PropertyMap.Decode(host.GetAnalyzerInfo().InitialConfig["p"].Properties.Memory)));

        static (int? Most, string? Mode, string? Team, double? Share) Values(PropertyMap config) =>
            (config["most"].AsInt32(), config["mode"].AsString(), config["team"].AsString(), config["share"].AsNumber());
    }

    [Fact]
    public void The_last_configuration_counts()
    {
        var host = HostOf(out _);

        host.Configure("p", EnforcementLevel.Disabled);
        host.Configure("p", EnforcementLevel.Advisory);

        Assert.Single(host.Analyze(Engine.Request()).Diagnostics);
    }

    [Theory]
    [InlineData("most", "two", "p: most is \"two\", accepted is an integer from 0 to 8")]
    [InlineData("most", 2.5, "p: most is 2.5, accepted is an integer from 0 to 8")]
    [InlineData("most", 9, "p: most is 9, accepted is an integer from 0 to 8")]
    [InlineData("most", -1, "p: most is -1, accepted is an integer from 0 to 8")]
    [InlineData("most", null, "p: most is null, accepted is an integer from 0 to 8")]
    [InlineData("share", "much", "p: share is \"much\", accepted is a number of at least 0")]
    [InlineData("strict", "true", "p: strict is \"true\", accepted is true or false")]
    [InlineData("mode", "shout", "p: mode is \"shout\", accepted is one of \"warn\", \"stop\"")]
    [InlineData("types", "ml.t3.medium", "p: types is \"ml.t3.medium\", accepted is a list, each item a text")]
    [InlineData("sizes", 7, "p: sizes is 7, accepted is an object, each value a number")]
    public void A_value_that_a_setting_does_not_accept_is_named_with_what_it_accepts(string name, object? value, string problem) =>
        Assert.Equal([problem], ProblemsOf(PropertyMap.Of((name, value))));

    [Theory]
    [InlineData("hours", 0.0, "p: hours is 0, accepted is a number above 0 below 24, a multiple of 0.25")]
    [InlineData("hours", 24.0, "p: hours is 24, accepted is a number above 0 below 24, a multiple of 0.25")]
    [InlineData("hours", 0.3, "p: hours is 0.3, accepted is a number above 0 below 24, a multiple of 0.25")]
    [InlineData("hours", 0.75, null)]
    [InlineData("team", "Search", "p: team is \"Search\", accepted is a text of at least 3 characters that matches ^[a-z-]+$")]
    [InlineData("team", "search", null)]
    [InlineData("zones", new[] { "a", "a" }, "p: zones is [\"a\",\"a\"], accepted is a list without repetitions, each item a text")]
    [InlineData("zones", new[] { "a", "b" }, null)]
    [InlineData("limit", "none", "p: limit is \"none\", accepted is an integer of at least 1 or null")]
    [InlineData("limit", null, null)]
    [InlineData("limit", 1, null)]
    [InlineData("edition", 2, "p: edition is 2, accepted is 1")]
    [InlineData("edition", 1, null)]
    public void Schemas_say_what_those_of_Pulumis_own_packs_say(string name, object? value, string? problem)
    {
        var host = Engine.Host(Policy(
            "p",
            _ => Verdict.Compliant,
            Setting("hours", ("type", "number"), ("exclusiveMinimum", 0), ("exclusiveMaximum", 24), ("multipleOf", 0.25)),
            Setting("team", ("type", "string"), ("minLength", 3), ("pattern", "^[a-z-]+$")),
            Setting("zones", ("type", "array"), ("uniqueItems", true), ("items", PropertyMap.Of(("type", "string")))),
            Setting("limit", ("type", new[] { "integer", "null" }), ("minimum", 1)),
            Setting("edition", ("const", 1))));

        var exception = Record.Exception(() => host.Configure("p", settings: PropertyMap.Of((name, value)))) as PolicyPackException;

        Assert.Equal(problem, exception?.Problems.Single());

        static PolicySetting Setting(string name, params (string, object?)[] schema) => new(name, PropertyMap.Of(schema));
    }

    [Fact]
    public void An_object_has_few_members()
    {
        var schema = PropertyMap.Of(("type", "object"), ("minProperties", 1), ("maxProperties", 2));
        var host = Engine.Host(Policy("p", _ => Verdict.Compliant, new PolicySetting("sizes", schema)));

        var exception = Assert.Throws<PolicyPackException>(
            () => host.Configure("p", settings: PropertyMap.Of(("sizes", PropertyMap.Empty))));

        Assert.Equal(["p: sizes is {}, accepted is an object from 1 to 2 members"], exception.Problems);
    }

    [Fact]
    public void A_fault_inside_of_a_list_or_an_object_is_named_by_its_path()
    {
        var given = PropertyMap.Of(("types", new object[] { "a", 3 }), ("sizes", PropertyMap.Of(("small", 1), ("large", "x"))));

        Assert.Equal(["p: types[1] is 3, accepted is a text", "p: sizes.large is \"x\", accepted is a number"], ProblemsOf(given));
    }

    [Fact]
    public void A_misspelt_setting_is_refused_with_the_ones_there_are() => Assert.Equal(
        ["p: msot is not a setting of this policy, it has most, share, strict, mode, types, sizes, unknown, exemptions"],
        ProblemsOf(PropertyMap.Of(("msot", 1))));

    [Fact]
    public void A_level_among_the_settings_is_not_a_misspelt_setting() =>
        Assert.Empty(ProblemsOf(PropertyMap.Of(("enforcementLevel", "mandatory"))));

    [Fact]
    public void Nested_objects_are_checked_for_required_and_unknown_members()
    {
        var waiver = PropertyMap.Of(
            ("type", "object"),
            ("required", new[] { "reason" }),
            ("additionalProperties", false),
            ("properties", PropertyMap.Of(("reason", PropertyMap.Of(("type", "string"), ("minLength", 3))))));
        var setting = new PolicySetting(
            "waivers", PropertyMap.Of(("type", "array"), ("items", waiver), ("maxItems", 3)));
        var host = Engine.Host(Policy("p", _ => Verdict.Compliant, setting));

        var exception = Assert.Throws<PolicyPackException>(() => host.Configure("p", settings: PropertyMap.Of(("waivers", new object[]
        {
            PropertyMap.Of(("reason", "no")),
            PropertyMap.Of(("reasons", "x")),
            PropertyMap.Of(("reason", "a test")),
        }))));

        Assert.Equal(
            [
                "p: waivers[0].reason is \"no\", accepted is a text of at least 3 characters",
                "p: waivers[1].reason is not set and must be",
                "p: waivers[1].reasons is not accepted, only reason",
            ],
            exception.Problems);
    }

    [Theory]
    [InlineData("team-a", 1, null)]
    [InlineData("team-a", "one", "p: sizes.team-a is \"one\", accepted is an integer")]
    [InlineData("Team", 1, "p: sizes.Team: the name is \"Team\", accepted is a text that matches ^[a-z-]+$")]
    [InlineData("other", 1, "p: sizes.other is not accepted, only all, names that match ^team-, names that match ^T")]
    [InlineData("all", true, null)]
    public void Members_are_checked_by_the_patterns_of_their_names(string name, object value, string? problem)
    {
        var host = Engine.Host(Policy("p", _ => Verdict.Compliant, new PolicySetting("sizes", PropertyMap.Of(
            ("type", "object"),
            ("properties", PropertyMap.Of(("all", PropertyMap.Of(("type", "boolean"))))),
            ("patternProperties", PropertyMap.Of(("^team-", PropertyMap.Of(("type", "integer"))), ("^T", PropertyMap.Empty))),
            ("propertyNames", PropertyMap.Of(("type", "string"), ("pattern", "^[a-z-]+$"))),
            ("additionalProperties", false)))));

        var exception = Record.Exception(
            () => host.Configure("p", settings: PropertyMap.Of(("sizes", PropertyMap.Of((name, value)))))) as PolicyPackException;

        Assert.Equal(problem, exception?.Problems.Single());
    }

    [Fact]
    public void Characters_are_counted_as_people_do()
    {
        var host = Engine.Host(Policy(
            "p", _ => Verdict.Compliant, new PolicySetting("mark", PropertyMap.Of(("type", "string"), ("minLength", 2), ("maxLength", 2)))));

        host.Configure("p", settings: PropertyMap.Of(("mark", "ü🚀")));

        Assert.Throws<PolicyPackException>(() => host.Configure("p", settings: PropertyMap.Of(("mark", "🚀"))));
    }

    [Fact]
    public void A_required_setting_with_a_default_need_not_be_given()
    {
        var seen = new List<PolicyConfig>();
        var host = Engine.Host(Policy(
            "p",
            context =>
            {
                seen.Add(context.Config);
                return Verdict.Compliant;
            },
            PolicySetting.Integer("most", "", byDefault: 3) with { IsRequired = true }));

        host.Analyze(Engine.Request());

        Assert.Equal(3, seen.Single()["most"].AsInt32());
        Assert.Empty(host.GetAnalyzerInfo().Policies.Single().ConfigSchema.Required);
    }

    [Fact]
    public void A_required_setting_is_asked_for_unless_the_policy_is_disabled()
    {
        var host = Engine.Host(Policy("p", _ => Verdict.Compliant, Team));

        var exception = Assert.Throws<PolicyPackException>(() => host.Configure("p"));
        host.Configure("p", EnforcementLevel.Disabled);

        Assert.Equal("test-pack: p: team is not set and must be, accepted is a text.", exception.Message);
    }

    [Fact]
    public void A_policy_that_needs_a_setting_does_not_run_unconfigured()
    {
        var host = Engine.Host(Policy("p", _ => Verdict.Compliant, Team));

        Assert.Throws<PolicyPackException>(() => host.Analyze(Engine.Request()));
    }

    [Fact]
    public void A_policy_that_the_pack_has_not_is_refused_with_the_ones_it_has()
    {
        var host = HostOf(out _);

        var exception = Assert.Throws<PolicyPackException>(() => host.Configure("q"));

        Assert.Equal(["q is configured, but the pack has no policy of that name; it has p, all"], exception.Problems);
    }

    [Fact]
    public void A_faulty_configuration_leaves_the_one_before()
    {
        var host = HostOf(out var seen);
        host.Configure("p", settings: PropertyMap.Of(("most", 1)));

        Assert.Throws<PolicyPackException>(() => host.Configure("p", settings: PropertyMap.Of(("most", 99))));
        host.Analyze(Engine.Request());

        Assert.Equal(1, seen[0]["most"].AsInt32());
    }

    private static IReadOnlyList<string> ProblemsOf(PropertyMap given) =>
        Record.Exception(() => HostOf(out _).Configure("p", settings: given)) is PolicyPackException exception ? exception.Problems : [];

    private static PolicyHost HostOf(out List<PolicyConfig> seen, EnforcementLevel level = EnforcementLevel.Mandatory)
    {
        var configs = seen = [];
        return Engine.Host(
            Policy(
                "p",
                context =>
                {
                    configs.Add(context.Config);
                    return Verdict.Violation("x");
                },
                Settings),
            level);
    }

    private static TestPolicy Policy(string name, Func<ResourceContext, Verdict> check, params PolicySetting[] settings) =>
        new(new PolicyInfo { Name = name, Description = "d", Config = new([.. settings]) }, check);
}
