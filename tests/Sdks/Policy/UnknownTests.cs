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
    [InlineData("whole.of.it", "Object value at .whole")]
    [InlineData("rules[7].days", "value at .rules.7.days")]
    [InlineData("not.there", "value at .not.there")]
    public void The_path_leads_to_what_is_unknown(string path, string named)
    {
        var inputs = PropertyMap.Of(
            ("rules", new object[] { PropertyMap.Of(("days", 1)), PropertyMap.Of(("days", Sentinels.Unknown)) }),
            ("tags", PropertyMap.Of(("owner", PropertyValue.SecretOf(Sentinels.UnknownNumber)))),
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

    private static RepeatedField<Rpc.AnalyzeDiagnostic> Analyze(PropertyMap inputs, Verdict verdict) =>
        Engine.Host(new TestPolicy("p", _ => verdict)).Analyze(Engine.Request(inputs)).Diagnostics;
}
