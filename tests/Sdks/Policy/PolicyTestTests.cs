using System.Collections.Immutable;
using PropertyValues;
using Pulumi.Policy;
using Pulumi.Policy.Testing;

namespace Sdks.Tests.Policy;

public class PolicyTestTests
{
    private static readonly TestPolicy FewGpus = new(
        new PolicyInfo
        {
            Name = "few-gpus",
            Description = "d",
            Config = new(PolicySetting.Integer("most", "Most GPUs.", byDefault: 4, maximum: 8)),
        },
        context => context.Resource.Inputs["gpus"].AsInt32() > context.Config["most"].AsInt32()
            ? Verdict.Violation($"{context.Resource.Type} has {context.Resource.Inputs["gpus"]}.")
            : Verdict.Compliant,
        "test:index:Machine")
    {
        Remediation = context =>
            context.Resource.Inputs["gpus"].AsInt32() > 4 ? context.Resource.Inputs.With("gpus", PropertyValue.Of(4)) : null,
    };

    [Fact]
    public void A_policy_is_tried_on_plain_inputs_with_its_default_settings()
    {
        Assert.Equal(Verdict.Compliant, PolicyTest.Check(FewGpus, ("gpus", 4)));
        Assert.Equal(Verdict.Violation("test:index:Machine has 5."), PolicyTest.Check(FewGpus, ("gpus", 5)));
    }

    [Fact]
    public void A_policy_is_tried_with_other_settings_which_are_checked()
    {
        var inputs = PropertyMap.Of(("gpus", 5));

        Assert.Equal(Verdict.Compliant, PolicyTest.Check(FewGpus, inputs, settings: PropertyMap.Of(("most", 5))));
        Assert.Equal(
            "few-gpus: most is 9, accepted is an integer from 0 to 8 (Parameter 'given')",
            Assert.Throws<ArgumentException>(() => PolicyTest.Check(FewGpus, inputs, settings: PropertyMap.Of(("most", 9)))).Message);
    }

    [Fact]
    public void A_remediation_is_tried()
    {
        Assert.Equal(PropertyMap.Of(("gpus", 4)), PolicyTest.Remediate(FewGpus, PropertyMap.Of(("gpus", 5))));
        Assert.Equal(PropertyMap.Of(("gpus", 3)), PolicyTest.Remediate(FewGpus, PropertyMap.Of(("gpus", 3))));
    }

    [Fact]
    public void A_remediation_cannot_lose_a_secret_or_what_a_provider_keeps()
    {
        var policy = new TestPolicy("p", _ => Verdict.Compliant)
        {
            Remediation = context => PropertyMap.Of(("password", "changed"), ("name", context.Resource.Inputs["name"])),
        };

        var remedied = PolicyTest.Remediate(policy, PropertyMap.Of(
            ("password", PropertyValue.SecretOf("old")), ("name", PropertyValue.Unknown), ("__defaults", new[] { "name" })));

        Assert.Equal(PropertyMap.Of(("password", PropertyValue.SecretOf("changed")), ("name", PropertyValue.Unknown)), remedied);
        Assert.Equal("[\"name\"]", remedied["__defaults"].ToString());
    }

    [Fact]
    public void A_resource_that_the_policy_does_not_look_at_is_not_shown_to_it() => Assert.Equal(
        Verdict.NotApplicable("Policy only applies to resources of type 'test:index:Machine'"),
        PolicyTest.Check(FewGpus, PolicyTest.Resource("test:index:Disk")));

    [Fact]
    public void What_an_engine_would_not_do_a_test_does_not_either()
    {
        var other = PolicyTest.Resource("a:b:Other", PropertyMap.Of(("a", 1)));
        var policy = new TestPolicy("p", _ => Verdict.Compliant, "a:b:C") { Remediation = _ => PropertyMap.Empty };
        var stackPolicy = new TestStackPolicy("s", _ => [new(null, Verdict.Violation("never"))], "a:b:C");

        Assert.Equal(other.Inputs, PolicyTest.Remediate(policy, other));
        Assert.Equal(
            [new(null, Verdict.NotApplicable("Policy only applies to resources of type 'a:b:C'"))], PolicyTest.Check(stackPolicy, [other]));
    }

    [Fact]
    public void A_policy_that_does_not_say_that_it_remediates_is_told_to()
    {
        var exception = Assert.Throws<ArgumentException>(() => PolicyTest.Remediate(new TestPolicy("p", _ => Verdict.Compliant), PropertyMap.Empty));

        Assert.StartsWith("p remediates nothing in a deployment. Override CanRemediate to return true.", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_pack_is_held_to_what_an_engine_holds_it_to() =>
        Assert.Throws<PolicyPackException>(() => PolicyTest.Check(new PolicyPack("", "1.0.0", [])));

    [Fact]
    public void A_stack_policy_sees_the_resources_of_a_view_through_it()
    {
        var policy = new TestStackPolicy("p", context =>
            context.Of<BucketVersioning>().Select(one => new ResourceVerdict(one.Resource, Verdict.Warning($"{one.Inputs.Status}"))));

        var verdicts = PolicyTest.Check(policy, [PolicyTest.Resource("a:b:C"), PolicyTest.Resource(Versioning("Suspended"), "versions")]);

        Assert.Equal([("versions", Verdict.Warning("Suspended"))], verdicts.Select(one => (one.Resource!.Name, one.Verdict)));
    }

    [Fact]
    public void A_policy_is_tried_in_a_stack_and_with_options_of_the_resource()
    {
        var policy = new TestPolicy("p", context => Verdict.Warning(
            $"{context.Stack.Stack} {context.Stack.Tags["tier"]} {context.Resource.Options.Protect} {context.Resource.Name}"));
        var stack = new StackInfo { Stack = "dev", Tags = new Dictionary<string, string> { ["tier"] = "gold" }.ToImmutableDictionary() };

        var verdict = PolicyTest.Check(
            policy, PolicyTest.Resource("a:b:C", name: "c") with { Options = new() { Protect = true } }, stack: stack);

        Assert.Equal(Verdict.Warning("dev gold True c"), verdict);
    }

    [Fact]
    public void A_view_becomes_a_resource_of_its_type_and_is_remediated_as_one()
    {
        var policy = new Enabling();

        var resource = PolicyTest.Resource(Versioning("Suspended"), "versions", outputs: PropertyMap.Of(("id", "b")));
        var remedied = PolicyTest.Remediate(policy, Versioning("Suspended"));

        Assert.Equal((BucketVersioning.ResourceType, "versions"), (resource.Type, resource.Name));
        Assert.Equal("Suspended", resource.Inputs["versioningConfiguration"]["status"].AsString());
        Assert.Equal("b", resource.Outputs["id"].AsString());
        Assert.Equal("Enabled", remedied.Status.Value);
        Assert.Equal(remedied, PolicyTest.Remediate(policy, remedied));
    }

    [Fact]
    public void A_stack_policy_is_tried_on_made_up_resources()
    {
        var policy = new TestStackPolicy("p", context =>
            [.. context.Resources.Where(one => one.Inputs.IsEmpty).Select(one => new ResourceVerdict(one, Verdict.Violation(one.Urn)))]);

        var verdicts = PolicyTest.Check(
            policy, [PolicyTest.Resource("a:b:C"), PolicyTest.Resource("a:b:C", PropertyMap.Of(("x", 1)), "other")]);

        Assert.Equal(Verdict.Violation("urn:pulumi:stack::project::a:b:C::resource"), Assert.Single(verdicts).Verdict);
    }

    private static BucketVersioning Versioning(string status) => BucketVersioning.From(
        PropertyValue.Of(PropertyMap.Of(("versioningConfiguration", PropertyMap.Of(("status", status))))));

    private sealed class Enabling : ResourcePolicy<BucketVersioning>
    {
        public override PolicyInfo Info { get; } = new() { Name = "enabling", Description = "d" };

        public override bool CanRemediate => true;

        protected override BucketVersioning? Remediate(BucketVersioning bucket, ResourceContext context) =>
            bucket.Status.Value == "Enabled" ? null : Versioning("Enabled");

        protected override Verdict Check(BucketVersioning resource, ResourceContext context) => Verdict.Compliant;
    }
}
