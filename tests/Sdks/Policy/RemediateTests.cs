using PropertyValues;
using Pulumi.Policy;
using Rpc = Pulumirpc;

namespace Sdks.Tests.Policy;

public class RemediateTests
{
    [Fact]
    public void All_inputs_come_back_not_only_the_changed_ones()
    {
        var host = Remediating(inputs => inputs.With("acl", PropertyValue.Of("private")));

        var remediation = Assert.Single(host.Remediate(Engine.Request(PropertyMap.Of(("bucket", "b"), ("acl", "public")))).Remediations);

        Assert.Equal(
            ("p", "test-pack", "1.2.3", "p holds.", ""),
            (remediation.PolicyName, remediation.PolicyPackName, remediation.PolicyPackVersion,
                remediation.Description, remediation.Diagnostic));
        Assert.Equal(PropertyMap.Of(("bucket", "b"), ("acl", "private")), Properties(remediation));
    }

    [Theory]
    [InlineData(EnforcementLevel.Advisory)]
    [InlineData(EnforcementLevel.Mandatory)]
    [InlineData(EnforcementLevel.Disabled)]
    public void Only_the_level_remediate_remediates(EnforcementLevel level)
    {
        var host = Engine.Host(Remediation("p", inputs => inputs.With("a", PropertyValue.Of(1))), level);

        Assert.Equal(new Rpc.RemediateResponse(), host.Remediate(Engine.Request()));

        host.Configure("p", EnforcementLevel.Remediate);
        Assert.Single(host.Remediate(Engine.Request()).Remediations);
    }

    [Fact]
    public void Each_policy_sees_what_the_one_before_left()
    {
        var host = Engine.HostOf(
            new(Counting("first", count => count + 1), EnforcementLevel.Remediate),
            new(Counting("second", count => count * 10), EnforcementLevel.Remediate));

        var remediations = host.Remediate(Engine.Request(PropertyMap.Of(("count", 1)))).Remediations;

        Assert.Equal(
            [("first", 2), ("second", 20)], remediations.Select(one => (one.PolicyName, Properties(one)["count"].AsInt32()!.Value)));
    }

    [Fact]
    public void Where_nothing_changes_there_is_no_entry_which_would_wipe_the_inputs()
    {
        var request = Engine.Request(PropertyMap.Of(("a", 1)));

        Assert.Empty(Remediating(_ => null).Remediate(request).Remediations);
        Assert.Empty(Remediating(inputs => inputs.With("a", PropertyValue.Of(1))).Remediate(request).Remediations);
    }

    [Fact]
    public void What_stays_the_same_once_it_is_secret_again_is_no_change()
    {
        var request = Engine.Request(PropertyMap.Of(("key", PropertyValue.SecretOf("old"))));

        Assert.Empty(Remediating(inputs => inputs.With("key", PropertyValue.Of("old"))).Remediate(request).Remediations);
    }

    [Fact]
    public void What_is_moved_out_of_a_secret_is_secret_where_it_arrives()
    {
        var inputs = PropertyMap.Of(
            ("environment", PropertyValue.SecretOf(PropertyMap.Of(("TOKEN", "hunter2")))),
            ("users", PropertyValue.SecretOf(new[] { "root" })));

        var answer = Remediating(given => given
            .With("token", given["environment"]["TOKEN"])
            .With("all", PropertyValue.FromMap(given["environment"].Members))
            .With("first", given["users"][0])
            .With("list", PropertyValue.Of(new object[] { given["users"][0] }))).Remediate(Engine.Request(inputs));

        Assert.Equal(
            inputs
                .With("token", PropertyValue.SecretOf("hunter2"))
                .With("all", PropertyValue.SecretOf(PropertyMap.Of(("TOKEN", "hunter2"))))
                .With("first", PropertyValue.SecretOf("root"))
                .With("list", PropertyValue.Of(new object[] { PropertyValue.SecretOf("root") })).Encoded.ToArray(),
            answer.Remediations.Single().Properties.ToByteArray());
    }

    [Fact]
    public void Unknowns_secrets_and_bookkeeping_survive_a_remediation_of_something_else()
    {
        var inputs = PropertyMap.Of(
            ("key", PropertyValue.SecretOf("hunter2")),
            ("arn", Sentinels.UnknownObject),
            ("tags", PropertyMap.Of(("__defaults", Array.Empty<string>()), ("a", "b"))),
            ("__defaults", new[] { "acl" }));

        var answer = Remediating(map => map.With("acl", PropertyValue.Of("private"))).Remediate(Engine.Request(inputs));

        var bytes = Assert.Single(answer.Remediations).Properties.Memory;
        Assert.Equal(inputs.With("acl", PropertyValue.Of("private")).Encoded.ToArray(), bytes.ToArray());
    }

    [Fact]
    public void What_was_secret_stays_secret_when_it_is_replaced()
    {
        var inputs = PropertyMap.Of(
            ("key", PropertyValue.SecretOf("old")),
            ("users", new object[] { PropertyMap.Of(("name", "a"), ("password", PropertyValue.SecretOf("old"))) }));

        var plain = PropertyMap.Of(("key", "new"), ("users", new object[] { PropertyMap.Of(("name", "b"), ("password", "new")), "more" }));

        var answer = Remediating(_ => plain).Remediate(Engine.Request(inputs));

        Assert.Equal(
            PropertyMap.Of(
                ("key", PropertyValue.SecretOf("new")),
                ("users", new object[] { PropertyMap.Of(("name", "b"), ("password", PropertyValue.SecretOf("new"))), "more" })),
            Properties(answer.Remediations.Single()));
    }

    [Fact]
    public void Bookkeeping_is_put_back_where_a_policy_started_from_nothing()
    {
        var inputs = PropertyMap.Of(("a", 1), ("__defaults", new[] { "x" }));

        var answer = Remediating(_ => PropertyMap.Of(("a", 2))).Remediate(Engine.Request(inputs));

        Assert.Equal(
            PropertyMap.Of(("a", 2), ("__defaults", new[] { "x" })).Encoded.ToArray(), answer.Remediations.Single().Properties.ToByteArray());
    }

    [Fact]
    public void A_remediation_that_throws_is_told_and_the_next_one_runs()
    {
        var host = Engine.HostOf(
            new(Remediation("broken", _ => throw new InvalidOperationException("No.")), EnforcementLevel.Remediate),
            new(Remediation("sound", inputs => inputs.With("a", PropertyValue.Of(1))), EnforcementLevel.Remediate));

        var remediations = host.Remediate(Engine.Request()).Remediations;

        Assert.Equal(["broken", "sound"], remediations.Select(one => one.PolicyName));
        Assert.StartsWith(
            "remediation 'broken' from policy pack 'test-pack@v1.2.3' failed on models (aws:s3/bucket:Bucket): InvalidOperationException: No.\n",
            Engine.WithoutPlace(remediations[0].Diagnostic),
            StringComparison.Ordinal);
        Assert.False(remediations[0].HasProperties);
        Assert.Empty(remediations[1].Diagnostic);
    }

    [Fact]
    public void A_remediation_that_cannot_tell_yet_says_so()
    {
        var policy = new TestPolicy(
            "p", context => context.Resource.Inputs["acl"].IsUnknown ? Verdict.Unknown("acl") : Verdict.Compliant)
        {
            Remediation = _ => null,
        };
        var host = Engine.Host(policy, EnforcementLevel.Remediate);

        Assert.Equal(
            "can't run remediation 'p' from policy pack 'test-pack@v1.2.3' during preview: string value at .acl can't be known during preview",
            host.Remediate(Engine.Request(PropertyMap.Of(("acl", Sentinels.Unknown)))).Remediations.Single().Diagnostic);
        Assert.Empty(host.Remediate(Engine.Request(PropertyMap.Of(("other", Sentinels.Unknown)))).Remediations);
    }

    [Fact]
    public void Policies_at_level_remediate_that_do_not_apply_are_listed_with_the_reason()
    {
        var host = Engine.HostOf(
            new(Remediation("topics", _ => null, "aws:sns/topic:Topic"), EnforcementLevel.Remediate),
            new(new TestPolicy("analyses", _ => Verdict.Compliant), EnforcementLevel.Remediate),
            new(new TestPolicy("advises", _ => Verdict.Compliant), EnforcementLevel.Advisory));

        Assert.Equal(
            [("topics", "Policy only applies to resources of type 'aws:sns/topic:Topic'"), ("analyses", "The policy has no remediation.")],
            host.Remediate(Engine.Request()).NotApplicable.Select(one => (one.PolicyName, one.Reason)));
    }

    private static PolicyHost Remediating(Func<PropertyMap, PropertyMap?> remediate) =>
        Engine.Host(Remediation("p", remediate), EnforcementLevel.Remediate);

    private static TestPolicy Counting(string name, Func<int?, int?> next) =>
        Remediation(name, inputs => inputs.With("count", PropertyValue.Of(next(inputs["count"].AsInt32()))));

    private static TestPolicy Remediation(string name, Func<PropertyMap, PropertyMap?> remediate, params string[] types) =>
        new(name, _ => Verdict.Compliant, types) { Remediation = context => remediate(context.Resource.Inputs) };

    private static PropertyMap Properties(Rpc.Remediation remediation) => PropertyMap.Decode(remediation.Properties.Memory);
}
