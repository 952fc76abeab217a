using Google.Protobuf.Collections;
using PropertyValues;
using Pulumi.Policy;
using Rpc = Pulumirpc;

namespace Sdks.Tests.Policy;

/// <summary>What a pack says when it cannot tell yet: the words of Pulumi's own SDK.</summary>
public class UnknownTests
{
    [Theory]
    [InlineData(Sentinels.Unknown, "string")]
    [InlineData(Sentinels.UnknownBool, "boolean")]
    [InlineData(Sentinels.UnknownNumber, "number")]
    [InlineData(Sentinels.UnknownList, "Array")]
    [InlineData(Sentinels.UnknownObject, "Object")]
    [InlineData(Sentinels.UnknownAsset, "asset")]
    [InlineData(Sentinels.UnknownArchive, "archive")]
    public void The_property_is_named_with_its_type_at_level_advisory(string sentinel, string type)
    {
        var found = Assert.Single(Analyze(PropertyMap.Of(("acl", sentinel)), Verdict.Unknown("acl")));

        Assert.Equal(Rpc.EnforcementLevel.Advisory, found.EnforcementLevel);
        Assert.Equal(
            $"can't run policy 'p' from policy pack 'test-pack@v1.2.3' during preview: {type} value at .acl can't be known during preview",
            found.Message);
    }

    [Theory]
    [InlineData("rules[1].days", "string value at .rules.1.days")]
    [InlineData("rules.1.days", "string value at .rules.1.days")]
    [InlineData("tags[\"owner\"]", "number value at .tags.owner")]
    [InlineData("tags[\"cost.centre\"]", "string value at .tags.cost.centre")]
    [InlineData("whole.of.it", "Object value at .whole")]
    [InlineData("rules[7].days", "value at .rules.7.days")]
    [InlineData("not.there", "value at .not.there")]
    public void The_path_leads_to_what_is_unknown(string path, string named)
    {
        var inputs = PropertyMap.Of(
            ("rules", new object[] { PropertyMap.Of(("days", 1)), PropertyMap.Of(("days", Sentinels.Unknown)) }),
            ("tags", PropertyMap.Of(("owner", PropertyValue.SecretOf(Sentinels.UnknownNumber)), ("cost.centre", Sentinels.Unknown))),
            ("whole", Sentinels.UnknownObject));

        Assert.Contains(
            $"during preview: {named} can't be known", Analyze(inputs, Verdict.Unknown(path)).Single().Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Several_unknowns_of_a_policy_are_one_diagnostic()
    {
        var inputs = PropertyMap.Of(("a", Sentinels.Unknown), ("b", Sentinels.Unknown));

        var found = Analyze(inputs, Verdict.All(Verdict.Unknown("a"), Verdict.Unknown("b"), Verdict.Unknown("a")));

        Assert.EndsWith(
            "string value at .a and string value at .b can't be known during preview", Assert.Single(found).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_known_violation_stays_one_beside_an_unknown()
    {
        var verdict = Verdict.All(Verdict.Unknown("a"), Verdict.Violation("b is wrong."));

        var found = Analyze(PropertyMap.Of(("a", Sentinels.Unknown)), verdict);

        Assert.Equal(
            [Rpc.EnforcementLevel.Mandatory, Rpc.EnforcementLevel.Advisory], found.Select(finding => finding.EnforcementLevel));
        Assert.Equal("p holds.\nb is wrong.", found[0].Message);
    }

    [Fact]
    public void What_makes_it_known_is_a_line_of_its_own_where_the_pack_says_it() => Assert.Equal(
        $"{CannotRun} string value at .acl can't be known during preview\nA deployment of models makes acl known.",
        Assert.Single(Analyze(WhenKnown, PropertyMap.Of(("acl", PropertyValue.Unknown)), Verdict.Unknown("acl"))).Message);

    [Fact]
    public void What_is_made_known_by_the_same_has_one_line_and_what_the_pack_says_nothing_of_has_none()
    {
        var verdict = Verdict.All(Verdict.Unknown("a"), Verdict.Unknown("rules[0].b"), Verdict.Unknown("c"), Verdict.Unknown("d"));

        var found = Analyze((_, path) => path switch { "c" => "Later.", "d" => null, _ => "Soon." }, default, verdict).Single().Message;

        Assert.Equal(
            $"{CannotRun} value at .a and value at .rules.0.b and value at .c and value at .d can't be known during preview\n"
            + ".a and .rules.0.b: Soon.\n.c: Later.",
            found);
    }

    [Fact]
    public void What_makes_it_known_is_said_of_the_stack_too()
    {
        var policy = new TestStackPolicy("p", _ => [new(null, Verdict.Unknown("region"))]);
        var host = new PolicyHost(Engine.Pack(new PackedPolicy(policy, EnforcementLevel.Mandatory)) with { WhenKnown = WhenKnown });

        Assert.EndsWith(
            "\nA deployment of the stack makes region known.", host.AnalyzeStack(new()).Diagnostics.Single().Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("whole", true)]
    [InlineData("whole.of.it", true)]
    [InlineData("rules[0]", false)]
    [InlineData("rules[0].days", true)]
    [InlineData("rules[1].days", false)]
    [InlineData("id", true)]
    public void A_resource_tells_whether_a_path_leads_to_an_unknown(string path, bool isUnknown) => Assert.Equal(
        isUnknown,
        new PolicyResource
        {
            Type = Engine.Bucket,
            Name = "models",
            Inputs = PropertyMap.Of(("whole", PropertyValue.Unknown), ("rules", new[] { PropertyMap.Of(("days", PropertyValue.Unknown)) })),
            Outputs = PropertyMap.Of(("id", PropertyValue.Unknown)),
        }.IsUnknownAt(path));

    private const string CannotRun = "can't run policy 'p' from policy pack 'test-pack@v1.2.3' during preview:";

    private static string WhenKnown(PolicyResource? resource, string path) =>
        $"A deployment of {resource?.Name ?? "the stack"} makes {path} known.";

    private static RepeatedField<Rpc.AnalyzeDiagnostic> Analyze(
        Func<PolicyResource?, string, string?> whenKnown, PropertyMap inputs, Verdict verdict) =>
        new PolicyHost(
            Engine.Pack(new PackedPolicy(new TestPolicy("p", _ => verdict), EnforcementLevel.Mandatory)) with { WhenKnown = whenKnown })
            .Analyze(Engine.Request(inputs)).Diagnostics;

    private static RepeatedField<Rpc.AnalyzeDiagnostic> Analyze(PropertyMap inputs, Verdict verdict) =>
        Engine.Host(new TestPolicy("p", _ => verdict)).Analyze(Engine.Request(inputs)).Diagnostics;
}
