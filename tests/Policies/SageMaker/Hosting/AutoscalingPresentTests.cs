using Policies.SageMaker.Hosting;
using ResourceViews.Aws.AppAutoScaling;
using static Policies.Tests.Builders.Endpoints;
using Hosted = ResourceViews.AwsNative.SageMaker;
using Native = ResourceViews.AwsNative.ApplicationAutoScaling;

namespace Policies.Tests.SageMaker.Hosting;

public class AutoscalingPresentTests
{
    private static readonly AutoscalingPresent Policy = new();
    private static readonly PolicyResource Config = Configuration(OnInstances);
    private static readonly PolicyResource Target = Resource("target", InstanceTarget);
    private static readonly PolicyResource Tracks = Resource("tracking", Tracking);

    [Fact]
    public void A_variant_with_a_target_and_a_policy_is_compliant() => Assert.Empty(Policy.On(Config, Endpoint, Target, Tracks));

    [Fact]
    public void So_is_one_that_a_schedule_moves() => Assert.Empty(Policy.On(Config, Endpoint, Target, Resource("night", new ScheduledActionProps
    {
        ServiceNamespace = "sagemaker",
        ResourceId = InstanceTarget.ResourceId,
        ScalableDimension = InstanceCount,
    })));

    [Fact]
    public void Several_instances_that_nothing_scales_are_a_violation() => Assert.Equal(
        "churn-config: productionVariants[0].initialInstanceCount is 2, and nothing scales churn: that is a fixed cost, day and night. "
            + "Register the instances for scaling, with a policy, or go down to 1 (the setting fixedInstances).",
        Policy.On(Config, Endpoint).OfOnly("churn-config").Violation());

    [Fact]
    public void What_is_fixed_has_a_price_where_the_Region_is_known() => Assert.Matches(
        @"\(the setting fixedInstances\)\. Each costs \$[\d,]+\.\d\d a month at 730 h, list prices of us-east-1\.$",
        PolicyTest.Check(Policy, [Config, Endpoint], stack: Labs.Stack()).OfOnly("churn-config").Violation());

    [Fact]
    public void One_instance_is_warned_about() => Assert.Contains(
        "is a fixed cost",
        Policy.On(Configuration(OnInstances with { InitialInstanceCount = 1 }), Endpoint).OfOnly("churn-config").Warning());

    [Fact]
    public void A_setting_says_how_many_may_be_fixed() => Assert.Empty(Assert.Single(PolicyTest.Check(
        Policy, [Config, Endpoint], PropertyMap.Of(("fixedInstances", 2)))).Verdict.Violations);

    [Fact]
    public void A_target_alone_moves_nothing() => Assert.Contains(
        "nothing ever moves the capacity", Policy.On(Config, Endpoint, Target).OfOnly("target").Violation());

    [Fact]
    public void Serverless_and_managed_variants_have_no_instances_to_scale()
    {
        Assert.Empty(Policy.On(Configuration(Serverless), Endpoint));
        Assert.Empty(Policy.On(Configuration(ToZero), Endpoint));
    }

    [Fact]
    public void A_configuration_without_an_endpoint_runs_nothing() => Assert.Empty(Policy.On(Config));

    [Fact]
    public void The_copies_of_a_component_are_held_to_the_same()
    {
        var copies = Resource("copies", new Hosted.InferenceComponentProps
        {
            InferenceComponentName = "churn-copies",
            EndpointName = "churn",
            RuntimeConfig = new() { CopyCount = 3 },
        });
        var adapter = Resource("adapter", new Hosted.InferenceComponentProps
        {
            EndpointName = "churn",
            Specification = new() { BaseInferenceComponentName = "churn-copies" },
        });

        Assert.Contains("runtimeConfig.copyCount is 3", Policy.On(Configuration(ToZero), Endpoint, copies, adapter).OfOnly("copies").Violation());
        Assert.Empty(Policy.On(Configuration(ToZero), Endpoint, copies, Resource("target", CopyTarget), Resource("step", Step)));
    }

    [Fact]
    public void A_target_is_found_by_where_its_resource_id_came_from()
    {
        var target = Resource("target", InstanceTarget with { ResourceId = Known<string>.Unknown });
        var tracking = Resource("tracking", Tracking with { ResourceId = Known<string>.Unknown });
        var other = Resource("other", new ResourceViews.Aws.Sagemaker.EndpointProps { Name = "other" });

        Assert.Empty(Policy.On(Config, Endpoint, target.From("resourceId", Endpoint), tracking.From("resourceId", target)));
        Assert.Empty(Policy.On(Config, Endpoint, target.From("resourceId", Endpoint), tracking.From("resourceId", Endpoint)));
        Assert.True(Policy.On(Config, Endpoint, other, target.From("resourceId", other), tracking.From("resourceId", target))
            .OfOnly("churn-config").IsViolation);
    }

    [Fact]
    public void A_target_of_which_nothing_tells_what_it_is_for_waits_for_its_resource_id() => Policy.On(
            Config, Endpoint, Resource("target", InstanceTarget with { ResourceId = Known<string>.Unknown }))
        .OfOnly("target").ShouldBeUnknown("resourceId");

    [Fact]
    public void A_target_of_one_of_several_variants_waits_for_the_name()
    {
        var config = Configuration(OnInstances, OnInstances with { VariantName = "other" });
        var target = Resource("target", InstanceTarget with { ResourceId = Known<string>.Unknown }).From("resourceId", Endpoint);

        Policy.On(config, Endpoint, target, Tracks).OfOnly("target").ShouldBeUnknown("resourceId");
    }

    [Fact]
    public void An_endpoint_of_which_nothing_tells_its_configuration_waits_for_that_name() => Policy.On(
            Config, Resource("churn", new ResourceViews.Aws.Sagemaker.EndpointProps { Name = "churn", EndpointConfigName = Known<string>.Unknown }))
        .OfOnly("churn").ShouldBeUnknown("endpointConfigName");

    [Fact]
    public void A_count_that_is_not_known_yet_is_unknown() => Policy.On(
            Configuration(OnInstances with { InitialInstanceCount = Known<int?>.Unknown }), Endpoint)
        .OfOnly("churn-config").ShouldBeUnknown("productionVariants[0].initialInstanceCount");

    [Fact]
    public void Targets_and_policies_of_aws_native_count()
    {
        var target = Resource("target", new Native.ScalableTargetProps
        {
            ServiceNamespace = "sagemaker",
            ResourceId = "endpoint/churn/variant/main",
            ScalableDimension = InstanceCount,
            MinCapacity = 1,
            MaxCapacity = 4,
        });
        var byId = Resource("tracking", new Native.ScalingPolicyProps
        {
            PolicyType = "TargetTrackingScaling",
            ScalingTargetId = $"endpoint/churn/variant/main|{InstanceCount}|sagemaker",
        });
        var byOutput = Resource("tracking", new Native.ScalingPolicyProps
        {
            PolicyType = "TargetTrackingScaling",
            ScalingTargetId = Known<string>.Unknown,
        }).From("scalingTargetId", target);

        Assert.Empty(Policy.On(Config, Endpoint, target, byId));
        Assert.Empty(Policy.On(Config, Endpoint, target, byOutput));
        Assert.True(Policy.On(Config, Endpoint, target).OfOnly("target").IsViolation);
    }

    [Fact]
    public void Targets_of_other_services_do_not() => Assert.True(Policy.On(
        Config, Endpoint, Resource("target", InstanceTarget with { ServiceNamespace = "ecs", ResourceId = "service/a/b" }))
        .OfOnly("churn-config").IsViolation);
}
