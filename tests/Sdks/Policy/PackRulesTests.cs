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
            + "properties, patternProperties, propertyNames, required, additionalProperties, minProperties, maxProperties, title, description, "
            + "default, examples",
            "p: names[] has the type \"text\", accepted is one of string, integer, number, boolean, array, object, null, or a list of them",
        ],
        ProblemsOf(WithSettings(new PolicySetting("names", PropertyMap.Of(
            ("type", "array"), ("items", PropertyMap.Of(("format", "date"), ("type", "text"), ("pattern", "(?=a)"))))))).Order());

    public static TheoryData<string, object?, string> WrongKeywords => new()
    {
        { "type", Array.Empty<string>(), "[], accepted is one of string, integer, number, boolean, array, object, null, or a list of them" },
        { "enum", "a", "\"a\", accepted is a list of values" },
        { "minimum", "10", "\"10\", accepted is a number" },
        { "exclusiveMaximum", true, "true, accepted is a number" },
        { "multipleOf", 0, "0, accepted is a number above 0" },
        { "minLength", 1.5, "1.5, accepted is an integer of at least 0" },
        { "maxItems", -1, "-1, accepted is an integer of at least 0" },
        { "uniqueItems", "yes", "\"yes\", accepted is true or false" },
        { "required", "x", "\"x\", accepted is a list of names" },
        { "required", new[] { 1 }, "[1], accepted is a list of names" },
        { "items", false, "false, accepted is one schema, an object" },
        { "items", new[] { PropertyMap.Of(("type", "string")) }, "[{\"type\":\"string\"}], accepted is one schema, an object" },
        { "propertyNames", true, "true, accepted is one schema, an object" },
        { "properties", PropertyMap.Of(("a", false)), "{\"a\":false}, accepted is a schema, an object, for each name" },
        { "patternProperties", PropertyMap.Of(("^a", true)), "{\"^a\":true}, accepted is a schema, an object, for each name" },
        { "additionalProperties", "no", "\"no\", accepted is true, false or a schema, an object" },
        { "description", 1, "1, accepted is a text" },
    };

    [Theory]
    [MemberData(nameof(WrongKeywords))]
    public void A_keyword_that_would_check_nothing_is_refused(string keyword, object? value, string found) => Assert.Equal(
        [$"p: most has the {keyword} {found}"], ProblemsOf(WithSettings(new PolicySetting("most", PropertyMap.Of((keyword, value))))));

    [Theory]
    [InlineData("format")]
    [InlineData("contains")]
    [InlineData("dependencies")]
    [InlineData("additionalItems")]
    public void A_keyword_that_nobody_checks_is_refused(string keyword) => Assert.StartsWith(
        $"p: most has the schema keyword {keyword}, which is not checked; accepted are type, ",
        ProblemsOf(WithSettings(new PolicySetting("most", PropertyMap.Of((keyword, PropertyMap.Empty))))).Single(),
        StringComparison.Ordinal);

    [Fact]
    public void Schemas_inside_of_schemas_are_held_to_the_same()
    {
        var wrong = PropertyMap.Of(("minimum", "ten"));

        var problems = ProblemsOf(WithSettings(new PolicySetting("most", PropertyMap.Of(
            ("items", wrong), ("propertyNames", wrong), ("additionalProperties", wrong), ("properties", PropertyMap.Of(("a", wrong))),
            ("patternProperties", PropertyMap.Of(("^b(", wrong)))))));

        Assert.Equal(
            ["p: most has the pattern \"^b(\", which cannot be used: Invalid pattern '^b(' at offset 3. Not enough )'s."],
            problems.Where(problem => problem.Contains("pattern", StringComparison.Ordinal)));
        Assert.Equal(
            ["most.*", "most.^b(", "most.a", "most: the names", "most[]"],
            problems.Where(problem => problem.EndsWith("has the minimum \"ten\", accepted is a number", StringComparison.Ordinal))
                .Select(problem => problem["p: ".Length..problem.IndexOf(" has", StringComparison.Ordinal)]).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_severity_is_not_made_up() => Assert.Equal(Severity.Unspecified, new PolicyInfo { Name = "p", Description = "d" }.Severity);

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
