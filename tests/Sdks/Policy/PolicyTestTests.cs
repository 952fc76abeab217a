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
    public void A_stack_policy_is_tried_on_made_up_resources()
    {
        var policy = new TestStackPolicy("p", context =>
            [.. context.Resources.Where(one => one.Inputs.IsEmpty).Select(one => new ResourceVerdict(one, Verdict.Violation(one.Urn)))]);

        var verdicts = PolicyTest.Check(
            policy, [PolicyTest.Resource("a:b:C"), PolicyTest.Resource("a:b:C", PropertyMap.Of(("x", 1)), "other")]);

        Assert.Equal(Verdict.Violation("urn:pulumi:stack::project::a:b:C::resource"), Assert.Single(verdicts).Verdict);
    }
}
