using Policies.SageMaker.Hosting;
using ResourceViews.Aws.CloudWatch;
using ResourceViews.Aws.Sagemaker;
using static Policies.Tests.Builders.Endpoints;
using Native = ResourceViews.AwsNative.CloudWatch;

namespace Policies.Tests.SageMaker.Hosting;

public class ScaleToZeroCompleteTests
{
    private const string FailedCalls = "NoCapacityInvocationFailures";
    private const string Waiting = "HasBacklogWithoutCapacity";

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
        Assert.Contains($"no alarm on {FailedCalls} sets off step", Policy.On(Complete[..5]).OfOnly("target").Violation());
        Assert.True(Policy.On([.. Complete[..5], Alarm("Invocations", Wake)]).OfOnly("target").IsViolation);
        Assert.True(Policy.On([.. Complete[..5], Alarm(FailedCalls, Endpoint)]).OfOnly("target").IsViolation);
    }

    [Fact]
    public void An_alarm_may_be_of_aws_native_and_do_arithmetic() => Assert.Empty(Policy.On([.. Complete[..5], Resource("wake", new Native.AlarmProps
    {
        Metrics = [new() { MetricStat = new() { Metric = new() { MetricName = FailedCalls } } }],
        AlarmActions = [Known<string>.Unknown],
    }).From("alarmActions", Wake)]));

    [Fact]
    public void An_alarm_whose_actions_nothing_tells_waits_for_them() => Policy.On([.. Complete[..5], Resource("wake", new MetricAlarmProps
    {
        MetricName = FailedCalls,
        AlarmActions = [Known<string>.Unknown],
    })]).OfOnly("target").ShouldBeUnknown("alarmActions");

    [Fact]
    public void An_alarm_names_a_policy_that_is_there_already() => Assert.Empty(Policy.On(
    [
        .. Complete[..4],
        Wake with { Outputs = PropertyMap.Of(("arn", "arn:aws:autoscaling:us-east-1:123456789012:scalingPolicy:1")) },
        Resource("wake", new MetricAlarmProps { MetricName = FailedCalls, AlarmActions = ["arn:aws:autoscaling:us-east-1:123456789012:scalingPolicy:1"] }),
    ]));

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
        var step = Resource("step", Step with { ResourceId = InstanceTarget.ResourceId, ScalableDimension = InstanceCount });

        Assert.Empty(Policy.On(Queue(), Endpoint, EmptyTarget, Backlog, step, Alarm(Waiting, step)));
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
