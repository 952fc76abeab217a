using Policies.SageMaker.Hosting;
using ResourceViews.Aws.AppAutoScaling;
using ResourceViews.Aws.Sagemaker;
using static Policies.Tests.Builders.Endpoints;
using Native = ResourceViews.AwsNative.ApplicationAutoScaling;

namespace Policies.Tests.SageMaker.Hosting;

public class AutoscalingCoherentTests
{
    private static readonly AutoscalingCoherent Policy = new();
    private static readonly PolicyResource Config = Configuration(OnInstances);

    [Fact]
    public void A_target_and_a_policy_that_fit_are_compliant() => Assert.Empty(
        Policy.On(Config, Endpoint, Resource("target", InstanceTarget), Resource("tracking", Tracking)));

    [Theory]
    [InlineData("SageMakerVariantInvocationsPerInstance", InstanceCount)]
    [InlineData("SageMakerVariantConcurrentRequestsPerModelHighResolution", InstanceCount)]
    [InlineData("SageMakerVariantProvisionedConcurrencyUtilization", ProvisionedCount)]
    [InlineData("SageMakerInferenceComponentInvocationsPerCopy", ComponentCopies)]
    [InlineData("SageMakerInferenceComponentConcurrentRequestsPerCopyHighResolution", ComponentCopies)]
    public void Every_metric_is_for_one_dimension(string metric, string dimension)
    {
        Assert.Empty(Policy.On(Resource("tracking", Of(metric, dimension))));
        Assert.Contains(
            $"a metric for {dimension}",
            Policy.On(Resource("tracking", Of(metric, dimension == ComponentCopies ? InstanceCount : ComponentCopies))).OfOnly("tracking").Violation());
    }

    [Theory]
    [InlineData("SageMakerVariantCPUUtilization")]
    [InlineData("ECSServiceAverageCPUUtilization")]
    public void Another_predefined_metric_does_not_exist(string metric) => Assert.Contains(
        $"predefinedMetricType is {metric}, expected one of", Policy.On(Resource("tracking", Of(metric, InstanceCount))).OfOnly("tracking").Violation());

    [Fact]
    public void A_metric_of_ones_own_may_be_any() => Assert.Empty(Policy.On(Resource("tracking", Tracking with
    {
        TargetTrackingScalingPolicyConfiguration = new() { CustomizedMetricSpecification = new() { MetricName = "CPUUtilization" } },
    })));

    [Fact]
    public void SageMaker_is_not_scaled_by_prediction() => Assert.Contains(
        "knows for ECS only", Policy.On(Resource("tracking", Tracking with { PolicyType = "PredictiveScaling" })).OfOnly("tracking").Violation());

    [Fact]
    public void A_quick_way_down_is_warned_about()
    {
        var quick = Tracking with
        {
            TargetTrackingScalingPolicyConfiguration = Tracking.TargetTrackingScalingPolicyConfiguration with { ScaleInCooldown = 10 },
        };

        Assert.Contains("scaleInCooldown is 10", Policy.On(Resource("tracking", quick)).OfOnly("tracking").Warning());
        Assert.Empty(PolicyTest.Check(Policy, [Resource("tracking", quick)], PropertyMap.Of(("minScaleInCooldownSeconds", 5))));
    }

    [Theory]
    [InlineData("endpoint/churn", InstanceCount)]
    [InlineData("churn", InstanceCount)]
    [InlineData("endpoint/churn/variant/main", ComponentCopies)]
    [InlineData("inference-component/churn", InstanceCount)]
    public void A_resource_id_has_the_form_of_its_dimension(string id, string dimension) => Assert.Contains(
        $"resourceId is {id}, expected",
        Policy.On(Resource("target", InstanceTarget with { ResourceId = id, ScalableDimension = dimension })).OfOnly("target").Violation());

    [Fact]
    public void Another_dimension_does_not_exist() => Assert.Contains(
        "expected one of sagemaker:variant:DesiredInstanceCount",
        Policy.On(Resource("target", InstanceTarget with { ScalableDimension = "sagemaker:variant:InstanceCount" })).OfOnly("target").Violation());

    [Fact]
    public void The_bounds_are_in_order() => Assert.Contains(
        "minCapacity is 5, expected at most maxCapacity (4)",
        Policy.On(Resource("target", InstanceTarget with { MinCapacity = 5 })).OfOnly("target").Violation());

    [Fact]
    public void A_variant_that_serves_in_real_time_keeps_an_instance()
    {
        var target = Resource("target", InstanceTarget with { MinCapacity = 0 });
        var queue = Resource("churn-config", new EndpointConfigurationProps
        {
            Name = "churn-config",
            ProductionVariants = [OnInstances],
            AsyncInferenceConfig = new() { OutputConfig = new() { S3OutputPath = "s3://artifacts/responses/" } },
        });

        Assert.Contains("serves in real time", Policy.On(Config, Endpoint, target).OfOnly("target").Violation());
        Assert.Empty(Policy.On(queue, Endpoint, target));
    }

    [Fact]
    public void So_it_does_by_night()
    {
        var target = Resource("target", InstanceTarget);
        var native = new Native.ScalableTargetProps
        {
            ServiceNamespace = "sagemaker",
            ResourceId = InstanceTarget.ResourceId,
            ScalableDimension = InstanceCount,
            MinCapacity = 1,
            MaxCapacity = 4,
            ScheduledActions = [new() { ScalableTargetAction = new() { MinCapacity = 0 } }],
        };

        Assert.Contains(
            "night: scalableTargetAction.minCapacity is 0, and churn serves in real time",
            Policy.On(Config, Endpoint, target, Night(0, 2)).OfOnly("night").Violation());
        Assert.Contains(
            "target: scheduledActions[0].scalableTargetAction.minCapacity is 0, and churn serves in real time",
            Policy.On(Config, Endpoint, Resource("target", native)).OfOnly("target").Violation());
        Policy.On(Config, Endpoint, target, Night(Known<int?>.Unknown, 2)).OfOnly("night").ShouldBeUnknown("scalableTargetAction.minCapacity");
        Assert.Empty(Policy.On(Config, Endpoint, target, Night(1, 2)));
        Assert.Empty(Policy.On(Config, Endpoint, target, Night(null, 2)));
    }

    [Fact]
    public void The_bounds_of_a_schedule_are_in_order_too() => Assert.Contains(
        "scalableTargetAction.minCapacity is 3, expected at most scalableTargetAction.maxCapacity (2)",
        Policy.On(Night(3, 2)).OfOnly("night").Violation());

    [Fact]
    public void A_minimum_that_is_not_known_yet_is_unknown() => Policy.On(
            Config, Endpoint, Resource("target", InstanceTarget with { MinCapacity = Known<int?>.Unknown }))
        .OfOnly("target").ShouldBeUnknown("minCapacity");

    [Fact]
    public void Burstable_instances_are_not_scaled() => Assert.Contains(
        "productionVariants[0].instanceType is ml.t2.medium: burstable",
        Policy.On(Configuration(OnInstances with { InstanceType = "ml.t2.medium" }), Endpoint, Resource("target", InstanceTarget))
            .OfOnly("target").Violation());

    [Fact]
    public void What_it_is_for_may_not_be_known_yet() => Policy.On(
            Configuration(OnInstances with { InstanceType = "ml.t2.medium" }),
            Endpoint,
            Resource("target", InstanceTarget with { ResourceId = Known<string>.Unknown }))
        .OfOnly("target").ShouldBeUnknown("resourceId");

    [Fact]
    public void Only_a_serverless_variant_has_provisioned_concurrency()
    {
        var target = Resource("target", InstanceTarget with { ScalableDimension = ProvisionedCount });

        Assert.Contains("churn runs on instances", Policy.On(Config, Endpoint, target).OfOnly("target").Violation());
        Assert.Empty(Policy.On(Configuration(Serverless), Endpoint, target));
    }

    [Fact]
    public void The_variant_must_be_there() => Assert.Contains(
        "churn has no such variant, but main",
        Policy.On(Config, Endpoint, Resource("target", InstanceTarget with { ResourceId = "endpoint/churn/variant/AllTraffic" }))
            .OfOnly("target").Violation());

    [Fact]
    public void A_metric_that_is_not_known_yet_is_unknown() =>
        Policy.On(Resource("tracking", Tracking with
        {
            TargetTrackingScalingPolicyConfiguration = new() { PredefinedMetricSpecification = new() { PredefinedMetricType = Known<string>.Unknown } },
        })).OfOnly("tracking").ShouldBeUnknown("targetTrackingScalingPolicyConfiguration.predefinedMetricSpecification.predefinedMetricType");

    [Fact]
    public void Policies_of_aws_native_are_looked_at() => Assert.Contains("knows for ECS only", Policy.On(Resource("tracking", new Native.ScalingPolicyProps
    {
        ServiceNamespace = "sagemaker",
        ResourceId = "endpoint/churn/variant/main",
        PolicyType = "PredictiveScaling",
    })).OfOnly("tracking").Violation());

    [Fact]
    public void Other_services_scale_as_they_like() => Assert.Empty(Policy.On(
        Resource("tracking", Tracking with { ServiceNamespace = "ecs", PolicyType = "PredictiveScaling" }),
        Resource("target", InstanceTarget with { ServiceNamespace = "ecs", ScalableDimension = "ecs:service:DesiredCount" })));

    private static PolicyResource Night(Known<int?> min, Known<int?> max) => Resource("night", new ScheduledActionProps
    {
        ServiceNamespace = "sagemaker",
        ResourceId = InstanceTarget.ResourceId,
        ScalableDimension = InstanceCount,
        ScalableTargetAction = new() { MinCapacity = min, MaxCapacity = max },
    });

    private static PolicyProps Of(string metric, string dimension) => Tracking with
    {
        ScalableDimension = dimension,
        TargetTrackingScalingPolicyConfiguration = new() { PredefinedMetricSpecification = new() { PredefinedMetricType = metric } },
    };
}
