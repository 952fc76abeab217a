using PropertyValues;
using Pulumi.Policy;

namespace Sdks.Tests.Policy;

public class PackRulesTests
{
    [Theory]
    [InlineData("")]
    [InlineData("with space")]
    [InlineData("ümlaut")]
    public void A_pack_name_that_the_engine_would_not_take_is_refused(string name) => Assert.Equal(
        [$"the pack is called \"{name}\", accepted are 1 to 100 letters, digits, dashes, underscores and dots"],
        ProblemsOfPack(new(name, "1.0.0", [])));

    [Fact]
    public void A_pack_name_may_have_a_hundred_characters_and_no_more()
    {
        Assert.Empty(ProblemsOfPack(new(new string('a', 100), "1.0.0", [])));
        Assert.Single(ProblemsOfPack(new(new string('a', 101), "1.0.0", [])));
    }

    [Theory]
    [InlineData("1.0.0", true)]
    [InlineData("0.10.2-beta.1+build.007", true)]
    [InlineData("1.0.0-0a", true)]
    [InlineData("1.0", false)]
    [InlineData("v1.0.0", false)]
    [InlineData("01.0.0", false)]
    [InlineData("1.0.0-01", false)]
    [InlineData("1.0.0-", false)]
    [InlineData("1.0.0+", false)]
    [InlineData("", false)]
    public void A_version_is_semantic(string version, bool accepted) =>
        Assert.Equal(accepted ? 0 : 1, ProblemsOfPack(new("pack", version, [])).Count);

    [Theory]
    [InlineData("all")]
    [InlineData("environments")]
    public void A_word_reserved_in_configuration_files_is_no_policy_name(string name) => Assert.Equal(
        [$"a policy is called \"{name}\", which is a reserved word of configuration files; give it another name"], ProblemsOf(Named(name)));

    [Fact]
    public void Policy_names_are_unique_in_a_pack() => Assert.Equal(
        ["two policies are called twin; names must be unique in a pack"], ProblemsOf(Named("twin"), Named("twin")));

    [Fact]
    public void Names_and_descriptions_are_not_blank() => Assert.Equal(
        ["TestPolicy has no name", "p has no description; every violation begins with it"],
        ProblemsOf(Named(" "), With(new() { Name = "p", Description = "" })));

    [Theory]
    [InlineData("enforcementLevel")]
    [InlineData("unknown")]
    [InlineData("exemptions")]
    public void A_setting_cannot_be_called_as_one_of_every_policy_is(string name) => Assert.Equal(
        [$"p: {name} cannot be declared, since every policy has a setting of that name"],
        ProblemsOf(WithSettings(PolicySetting.Flag(name, "", byDefault: true))));

    [Fact]
    public void A_setting_is_declared_once() => Assert.Equal(
        ["p: most is declared twice"],
        ProblemsOf(WithSettings(PolicySetting.Integer("most", "", 1), PolicySetting.Integer("most", "", 2))));

    [Fact]
    public void A_pack_keeps_to_the_settings_of_its_policies()
    {
        var packed = new PackedPolicy(WithSettings(PolicySetting.Integer("most", "", 1, maximum: 8)), EnforcementLevel.Advisory)
        {
            Settings = PropertyMap.Of(("most", 9), ("mots", 1), ("unknown", "fine")),
        };

        Assert.Equal(
            [
                "p: mots is not a setting of this policy, it has most, unknown, exemptions",
                "p: most is 9, accepted is an integer from 0 to 8",
                "p: unknown is \"fine\", accepted is one of \"advisory\", \"violation\"",
            ],
            ProblemsOfPack(Engine.Pack(packed)));
    }

    [Fact]
    public void A_default_keeps_to_its_own_schema() => Assert.Equal(
        ["p: most by default is 9, accepted is an integer from 0 to 8"],
        ProblemsOf(WithSettings(PolicySetting.Integer("most", "", byDefault: 9, maximum: 8))));

    [Fact]
    public void What_a_schema_says_and_nobody_checks_is_refused() => Assert.Equal(
        [
            "p: names[] has the pattern \"(?=a)\", which cannot be used: RegexOptions.NonBacktracking is not supported in conjunction with "
            + "expressions containing: 'positive lookahead (?= pattern) or positive lookbehind (?<= pattern)'.",
            "p: names[] has the schema keyword format, which is not checked; accepted are type, enum, const, minimum, maximum, "
            + "exclusiveMinimum, exclusiveMaximum, multipleOf, minLength, maxLength, pattern, items, minItems, maxItems, uniqueItems, "
            + "properties, required, additionalProperties, minProperties, maxProperties, title, description, default, examples",
            "p: names[] has the type \"text\", accepted are string, integer, number, boolean, array, object, null",
        ],
        ProblemsOf(WithSettings(new PolicySetting("names", PropertyMap.Of(
            ("type", "array"), ("items", PropertyMap.Of(("format", "date"), ("type", "text"), ("pattern", "(?=a)"))))))).Order());

    [Fact]
    public void A_policy_that_names_no_type_would_never_run() => Assert.Equal(
        ["nowhere names no resource type, so it would never run; name types, or null for all of them"], ProblemsOf(new Nowhere()));

    [Fact]
    public void All_faults_of_a_pack_are_told_at_once_and_name_it()
    {
        var pack = new PolicyPack("pack", "one", [new(Named("all"), (EnforcementLevel)7)]);

        var exception = Assert.Throws<PolicyPackException>(() => new PolicyHost(pack));

        Assert.Equal(3, exception.Problems.Count);
        Assert.All(exception.Message.Split('\n'), line => Assert.StartsWith("pack: ", line, StringComparison.Ordinal));
    }

    private static TestPolicy Named(string name) => new(name, _ => Verdict.Compliant);

    private static TestPolicy With(PolicyInfo info) => new(info, _ => Verdict.Compliant);

    private static TestPolicy WithSettings(params PolicySetting[] settings) =>
        With(new() { Name = "p", Description = "d", Config = new([.. settings]) });

    private static IReadOnlyList<string> ProblemsOf(params Pulumi.Policy.Policy[] policies) =>
        ProblemsOfPack(Engine.Pack([.. policies.Select(policy => new PackedPolicy(policy, EnforcementLevel.Advisory))]));

    private static IReadOnlyList<string> ProblemsOfPack(PolicyPack pack) =>
        Record.Exception(() => new PolicyHost(pack)) is PolicyPackException exception ? exception.Problems : [];

    private sealed class Nowhere : ResourcePolicy
    {
        public override PolicyInfo Info { get; } = new() { Name = "nowhere", Description = "d" };

        public override IReadOnlyCollection<string> ResourceTypes => [];

        public override Verdict Check(ResourceContext context) => Verdict.Compliant;
    }
}
