using System.Collections.Immutable;
using Infra.Hosting;
using Infra.Tests.Builders;

namespace Infra.Tests.Hosting;

public class ScaleToZeroTests
{
    private const string Component = "aws-native:sagemaker:InferenceComponent";
    private const string Variant = "productionVariants.0";

    [Fact]
    public async Task The_variant_has_no_model_and_may_lose_its_last_instance()
    {
        var configuration = (await Deploy(Settings with { Scaling = new() { MaxInstances = 4 } }))
            .Single("aws:sagemaker/endpointConfiguration:EndpointConfiguration");

        Assert.Null(configuration[$"{Variant}.modelName"]);
        Assert.NotNull(configuration["executionRoleArn"]);
        Assert.Equal("ENABLED", configuration[$"{Variant}.managedInstanceScaling.status"]);
        Assert.Equal(0, configuration[$"{Variant}.managedInstanceScaling.minInstanceCount"]);
        Assert.Equal(4, configuration[$"{Variant}.managedInstanceScaling.maxInstanceCount"]);
        Assert.Equal("LEAST_OUTSTANDING_REQUESTS", configuration[$"{Variant}.routingConfigs.0.routingStrategy"]);
        Assert.Equal(1, configuration[$"{Variant}.initialInstanceCount"]);
    }

    [Fact]
    public async Task Office_hours_with_more_instances_get_them() => Assert.Equal(
        12,
        (await Deploy(Settings with { OfficeHours = Valid.OfficeHours with { MaxInstances = 12 } }))
            .Single("aws:sagemaker/endpointConfiguration:EndpointConfiguration")[$"{Variant}.managedInstanceScaling.maxInstanceCount"]);

    [Fact]
    public async Task The_model_is_an_inference_component_on_the_endpoint_that_is_tagged_like_everything()
    {
        var stack = await Deploy(Settings with { ScaleToZero = new() { MemoryMbPerCopy = 2048, CpuCoresPerCopy = 1.5m } });

        var component = stack.Single(Component);
        Assert.Equal("search-m5-large-zero-1234567", component["endpointName"]);
        Assert.Equal("AllTraffic", component["variantName"]);
        Assert.Equal("search-1234567", component["specification.modelName"]);
        Assert.Equal(2048, component["specification.computeResourceRequirements.minMemoryRequiredInMb"]);
        Assert.Equal(1.5, component["specification.computeResourceRequirements.numberOfCpuCoresRequired"]);
        Assert.Null(component["specification.computeResourceRequirements.numberOfAcceleratorDevicesRequired"]);
        Assert.Equal(1, component["runtimeConfig.copyCount"]);
        Assert.Equal(
            stack.Single("aws:sagemaker/endpoint:Endpoint").Tags.OrderBy(tag => tag.Key, StringComparer.Ordinal),
            ((ImmutableArray<object>)component["tags"]!).Cast<ImmutableDictionary<string, object>>()
            .Select(tag => KeyValuePair.Create((string)tag["key"], (string)tag["value"])));
    }

    [Theory]
    [InlineData("ml.g5.xlarge", null, 1)]
    [InlineData("ml.g5.12xlarge", 4, 4)]
    [InlineData("ml.inf2.xlarge", null, 1)]
    public async Task A_copy_gets_an_accelerator_wherever_there_is_one(string instanceType, int? given, int expected)
    {
        var settings = Settings with
        {
            InstanceType = instanceType,
            ScaleToZero = Valid.ScaleToZero with { AcceleratorsPerCopy = given },
        };

        Assert.Equal(
            expected,
            (await Deploy(settings)).Single(Component)["specification.computeResourceRequirements.numberOfAcceleratorDevicesRequired"]);
    }

    [Theory]
    [InlineData("invocations", "SageMakerInferenceComponentInvocationsPerCopy", 70)]
    [InlineData("concurrency", "SageMakerInferenceComponentConcurrentRequestsPerCopyHighResolution", 5)]
    public async Task It_is_the_copies_that_scale_from_none(string metric, string expected, int target)
    {
        var stack = await Deploy(Settings with { Metric = metric });

        var registration = stack.Single("aws:appautoscaling/target:Target");
        Assert.Equal("inference-component/search-m5-large-zero-1234567", registration["resourceId"]);
        Assert.Equal("sagemaker:inference-component:DesiredCopyCount", registration["scalableDimension"]);
        Assert.Equal((0, 10), ((int)registration["minCapacity"]!, (int)registration["maxCapacity"]!));
        var tracking = stack.All("aws:appautoscaling/policy:Policy").Single(policy => policy.Name == "search-m5-large-zero");
        const string Configuration = "targetTrackingScalingPolicyConfiguration";
        Assert.Equal(expected, tracking[$"{Configuration}.predefinedMetricSpecification.predefinedMetricType"]);
        Assert.Equal(target, tracking[$"{Configuration}.targetValue"]);
    }

    [Fact]
    public async Task A_call_that_fails_for_want_of_a_copy_brings_the_first_one_back()
    {
        var stack = await Deploy(Settings);

        var wake = stack.All("aws:appautoscaling/policy:Policy").Single(policy => policy.Name == "search-m5-large-zero-wake");
        const string Steps = "stepScalingPolicyConfiguration";
        Assert.Equal("StepScaling", wake["policyType"]);
        Assert.Equal("ChangeInCapacity", wake[$"{Steps}.adjustmentType"]);
        Assert.Equal(1, wake[$"{Steps}.stepAdjustments.0.scalingAdjustment"]);
        Assert.Equal("0", wake[$"{Steps}.stepAdjustments.0.metricIntervalLowerBound"]);
        Assert.Equal("inference-component/search-m5-large-zero-1234567", wake["resourceId"]);
        var alarm = stack.Single("aws:cloudwatch/metricAlarm:MetricAlarm");
        Assert.Equal("NoCapacityInvocationFailures", alarm["metricName"]);
        Assert.Equal("AWS/SageMaker", alarm["namespace"]);
        Assert.Equal("search-m5-large-zero-1234567", alarm["dimensions.InferenceComponentName"]);
        Assert.Equal((60, 1), ((int)alarm["period"]!, (int)alarm["evaluationPeriods"]!));
        Assert.Equal(1, alarm["threshold"]);
        Assert.Equal("GreaterThanOrEqualToThreshold", alarm["comparisonOperator"]);
        Assert.Contains("search-m5-large-zero-wake", Assert.Single(alarm.Texts("alarmActions")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Office_hours_hold_some_and_then_let_go_of_the_last()
    {
        var stack = await Deploy(Settings with { OfficeHours = Valid.OfficeHours });

        var close = stack.All("aws:appautoscaling/scheduledAction:ScheduledAction")
            .Single(action => action.Name == "search-m5-large-zero-close");
        Assert.Equal(0, close["scalableTargetAction.minCapacity"]);
    }

    [Fact]
    public async Task Logs_and_metrics_are_those_of_inference_components()
    {
        var policy = (string)(await Deploy(Settings)).All("aws:iam/rolePolicy:RolePolicy")
            .Single(found => found.Name == "search-hosting")["policy"]!;

        Assert.Contains("log-group:/aws/sagemaker/InferenceComponents/*", policy, StringComparison.Ordinal);
        Assert.Contains("\"cloudwatch:namespace\":\"/aws/sagemaker/InferenceComponents\"", policy, StringComparison.Ordinal);
    }

    [Fact]
    public void An_update_leaves_the_copies_alone_that_the_scaling_has_chosen() =>
        Assert.Equal(["runtimeConfig.copyCount"], ModelCopies.Options(null).IgnoreChanges);

    private static RealtimeSettings Settings { get; } = Valid.Realtime with { ScaleToZero = Valid.ScaleToZero };

    private static Task<DeployedStack> Deploy(RealtimeSettings settings) => DeployedStack.Of(
        Valid.Stack with { RealtimeEndpoints = new Dictionary<string, RealtimeSettings> { ["search"] = settings } });
}
