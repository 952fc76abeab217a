using Policies.SageMaker.Hosting;
using ResourceViews.Aws.AppAutoScaling;
using ResourceViews.Aws.CloudWatch;
using ResourceViews.Aws.Sagemaker;
using static Policies.Tests.Builders.Endpoints;
using Native = ResourceViews.AwsNative.CloudWatch;

namespace Policies.Tests.SageMaker.Hosting;

public class ScaleToZeroCompleteTests
{
    private static readonly ScaleToZeroComplete Policy = new();
    private static readonly PolicyResource Target = Resource("target", CopyTarget);
    private static readonly PolicyResource Wake = Resource("step", Step);
    private static readonly PolicyResource[] Complete = [Configuration(ToZero), Endpoint, Component, Target, Wake, Alarm(FailedCalls, Wake)];

    [Fact]
    public void The_whole_set_up_is_compliant() => Assert.Empty(Policy.On(Complete));

    [Fact]
    public void What_never_goes_to_zero_needs_none_of_it() => Assert.Empty(
        Policy.On(Configuration(OnInstances), Endpoint, Resource("target", InstanceTarget), Resource("tracking", Tracking)));

    [Fact]
    public void A_variant_with_a_model_never_goes_to_zero() => Assert.Contains(
        "only a variant of inference components goes to zero",
        Policy.On(Configuration(ToZero with { ModelName = "churn-model" }), Endpoint).OfOnly("churn-config").Violation());

    [Fact]
    public void A_component_without_a_target_keeps_its_instances() => Assert.Contains(
        "its copies never go", Policy.On(Configuration(ToZero), Endpoint, Component).OfOnly("churn-copies").Violation());

    [Fact]
    public void So_does_one_that_keeps_a_copy() => Assert.Contains(
        "target: minCapacity is 1",
        Policy.On(Configuration(ToZero), Endpoint, Component, Resource("target", CopyTarget with { MinCapacity = 1 })).OfOnly("target").Violation());

    [Fact]
    public void Copies_that_go_need_instances_that_go() => Assert.Contains(
        "managedInstanceScaling.minInstanceCount is 1, and target lets the copies of churn-copies go to 0",
        Policy.On([Configuration(ToZero with { ManagedInstanceScaling = ToZero.ManagedInstanceScaling with { MinInstanceCount = 1 } }), .. Complete[1..]])
            .OfOnly("churn-config").Violation());

    [Fact]
    public void Without_a_step_policy_nothing_comes_back() => Assert.Contains(
        "no step policy of this stack is for it: nothing brings it back",
        Policy.On(Complete[..4]).OfOnly("target").Violation());

    [Fact]
    public void Without_an_alarm_on_the_failed_calls_nothing_comes_back()
    {
        Assert.Contains("no alarm on NoCapacityInvocationFailures sets off step", Policy.On(Complete[..5]).OfOnly("target").Violation());
        Assert.True(Policy.On([.. Complete[..5], Alarm(FailedCalls with { MetricName = "Invocations" }, Wake)]).OfOnly("target").IsViolation);
        Assert.True(Policy.On([.. Complete[..5], Alarm(FailedCalls, Endpoint)]).OfOnly("target").IsViolation);
    }

    [Fact]
    public void An_alarm_may_be_of_aws_native_and_do_arithmetic() => Assert.Empty(Policy.On([.. Complete[..5], Resource("wake", new Native.AlarmProps
    {
        Metrics =
        [
            new()
            {
                MetricStat = new()
                {
                    Metric = new()
                    {
                        Namespace = "AWS/SageMaker",
                        MetricName = "NoCapacityInvocationFailures",
                        Dimensions = [new() { Name = "InferenceComponentName", Value = "churn-copies" }],
                    },
                },
            },
        ],
        ComparisonOperator = "LessThanThreshold",
        AlarmActions = [Known<string>.Unknown],
    }).From("alarmActions", Wake)]));

    [Fact]
    public void An_alarm_whose_actions_nothing_tells_waits_for_them() => Policy.On([.. Complete[..5], Resource("wake", FailedCalls with
    {
        AlarmActions = [Known<string>.Unknown],
    })]).OfOnly("target").ShouldBeUnknown("alarmActions");

    [Fact]
    public void An_alarm_names_a_policy_that_is_there_already() => Assert.Empty(Policy.On(
    [
        .. Complete[..4],
        Wake with { Outputs = PropertyMap.Of(("arn", "arn:aws:autoscaling:us-east-1:123456789012:scalingPolicy:1")) },
        Resource("wake", FailedCalls with { AlarmActions = ["arn:aws:autoscaling:us-east-1:123456789012:scalingPolicy:1"] }),
    ]));

    [Fact]
    public void An_alarm_on_the_calls_of_another_component_wakes_nothing()
    {
        Assert.Contains("dimensions of wake has the InferenceComponentName other, expected churn-copies", Woken(FailedCalls with
        {
            Dimensions = new Dictionary<string, Known<string>> { ["InferenceComponentName"] = "other" },
        }).Violation());
        Assert.Contains("dimensions of wake has no InferenceComponentName", Woken(FailedCalls with
        {
            Dimensions = new Dictionary<string, Known<string>> { ["EndpointName"] = "churn" },
        }).Violation());
    }

    [Fact]
    public void Nor_does_one_that_looks_elsewhere_or_for_the_opposite()
    {
        Assert.Contains("namespace of wake is Other, expected AWS/SageMaker", Woken(FailedCalls with { Namespace = "Other" }).Violation());
        Assert.Contains(
            "comparisonOperator of wake is LessThanThreshold, expected GreaterThanOrEqualToThreshold",
            Woken(FailedCalls with { ComparisonOperator = "LessThanThreshold" }).Violation());
    }

    [Fact]
    public void What_an_alarm_watches_and_is_not_known_yet_is_unknown()
    {
        Woken(FailedCalls with { MetricName = Known<string>.Unknown }).ShouldBeUnknown("metricName");
        Woken(FailedCalls with { Namespace = Known<string>.Unknown }).ShouldBeUnknown("namespace");
        Woken(FailedCalls with { ComparisonOperator = Known<string>.Unknown }).ShouldBeUnknown("comparisonOperator");
        Woken(FailedCalls with { Dimensions = KnownMap<string>.Unknown }).ShouldBeUnknown("dimensions");
    }

    [Fact]
    public void A_dimension_that_came_from_the_component_is_its_name() => Assert.Empty(Policy.On(
        [.. Complete[..5], Alarm(FailedCalls with { Dimensions = KnownMap<string>.Unknown }, Wake).From("dimensions", Component)]));

    [Fact]
    public void A_dimension_waits_for_what_is_scaled() => Policy.On(
        [
            Resource("target", CopyTarget with { ResourceId = Known<string>.Unknown }),
            Resource("step", Step with { ResourceId = Known<string>.Unknown }).From("resourceId", Resource("target", CopyTarget)),
            Alarm(FailedCalls, Wake),
        ])
        .OfOnly("target").ShouldBeUnknown("resourceId");

    [Theory]
    [InlineData(-1)]
    [InlineData(0)]
    public void A_step_that_adds_nothing_wakes_nothing(int adjustment) => Assert.Contains(
        $"stepScalingPolicyConfiguration.stepAdjustments[0].scalingAdjustment of step is {adjustment}, expected 1 or more",
        Stepping(adjustment).Violation());

    [Fact]
    public void A_step_that_is_not_known_yet_is_unknown() => Stepping(Known<int?>.Unknown)
        .ShouldBeUnknown("stepScalingPolicyConfiguration.stepAdjustments[0].scalingAdjustment");

    [Fact]
    public void A_policy_that_only_adds_never_takes_the_copies_down()
    {
        Assert.Contains(
            "disableScaleIn of tracking is true: it never goes down again",
            Policy.On([.. Complete, OnlyAdding(true)]).OfOnly("target").Violation());
        Policy.On([.. Complete, OnlyAdding(Known<bool?>.Unknown)]).OfOnly("target")
            .ShouldBeUnknown("targetTrackingScalingPolicyConfiguration.disableScaleIn");
        Assert.Empty(Policy.On([.. Complete, OnlyAdding(null)]));
        Assert.Empty(Policy.On([.. Complete, OnlyAdding(true), Resource("down", Steps(-1))]));
    }

    [Fact]
    public void A_minimum_that_is_not_known_yet_is_unknown() =>
        Assert.All(
            Policy.On(Configuration(ToZero), Endpoint, Component, Resource("target", CopyTarget with { MinCapacity = Known<int?>.Unknown })),
            verdict => verdict.Verdict.ShouldBeUnknown("minCapacity"));

    [Fact]
    public void Nor_is_it_told_of_instances_whose_minimum_is_not_known_yet() => Policy.On(
            Configuration(ToZero with { ManagedInstanceScaling = ToZero.ManagedInstanceScaling with { MinInstanceCount = Known<int?>.Unknown } }),
            Endpoint,
            Component)
        .OfOnly("churn-config").ShouldBeUnknown("productionVariants[0].managedInstanceScaling.minInstanceCount");

    [Fact]
    public void A_component_of_which_nothing_tells_its_endpoint_waits_for_that_name() => Policy.On(
            Configuration(ToZero),
            Resource("churn", new EndpointProps { EndpointConfigName = "churn-config" }),
            Resource("copies", new ResourceViews.AwsNative.SageMaker.InferenceComponentProps { EndpointName = Known<string>.Unknown }))
        .OfOnly("copies").ShouldBeUnknown("endpointName");

    [Fact]
    public void An_asynchronous_endpoint_that_is_woken_by_its_queue_is_compliant()
    {
        var waiting = FailedCalls with
        {
            MetricName = "HasBacklogWithoutCapacity",
            Dimensions = new Dictionary<string, Known<string>> { ["EndpointName"] = "churn" },
        };
        var step = Resource("step", Step with { ResourceId = InstanceTarget.ResourceId, ScalableDimension = InstanceCount });

        Assert.Empty(Policy.On(Queue(), Endpoint, EmptyTarget, Backlog, step, Alarm(waiting, step)));
    }

    [Fact]
    public void One_that_is_not_is_warned_about() => Assert.Contains(
        "a request waits until the backlog is larger than the target",
        Policy.On(Queue(), Endpoint, EmptyTarget, Backlog).OfOnly("target").Warning());

    [Fact]
    public void So_is_one_that_tracks_something_else() => Assert.Contains(
        Policy.On(Queue(), Endpoint, EmptyTarget, Resource("tracking", Tracking)).OfOnly("target").Warnings,
        warning => warning.Contains("no policy for it tracks ApproximateBacklogSizePerInstance", StringComparison.Ordinal));

    [Fact]
    public void Responses_go_somewhere() => Assert.Contains(
        "asyncInferenceConfig.outputConfig.s3OutputPath is not set", Policy.On(Queue(output: null)).OfOnly("churn-config").Violation());

    private static Verdict Woken(MetricAlarmProps alarm) => Policy.On([.. Complete[..5], Alarm(alarm, Wake)]).OfOnly("target");

    private static Verdict Stepping(Known<int?> adjustment)
    {
        var step = Resource("step", Steps(adjustment));
        return Policy.On([.. Complete[..4], step, Alarm(FailedCalls, step)]).OfOnly("target");
    }

    private static PolicyProps Steps(Known<int?> adjustment) => Step with
    {
        StepScalingPolicyConfiguration = new() { StepAdjustments = [new() { ScalingAdjustment = adjustment }] },
    };

    private static PolicyResource OnlyAdding(Known<bool?> onlyAdds) => Resource("tracking", Tracking with
    {
        ResourceId = CopyTarget.ResourceId,
        ScalableDimension = ComponentCopies,
        TargetTrackingScalingPolicyConfiguration = new() { DisableScaleIn = onlyAdds },
    });

    private static PolicyResource EmptyTarget { get; } = Resource("target", InstanceTarget with { MinCapacity = 0 });

    private static PolicyResource Backlog { get; } = Resource("tracking", Tracking with
    {
        TargetTrackingScalingPolicyConfiguration = new()
        {
            CustomizedMetricSpecification = new() { MetricName = "ApproximateBacklogSizePerInstance" },
        },
    });

    private static PolicyResource Queue(string? output = "s3://artifacts/responses/") => Resource("churn-config", new EndpointConfigurationProps
    {
        Name = "churn-config",
        ProductionVariants = [OnInstances],
        AsyncInferenceConfig = new() { ClientConfig = new() { MaxConcurrentInvocationsPerInstance = 4 }, OutputConfig = new() { S3OutputPath = output } },
    });
}
