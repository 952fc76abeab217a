using Infra.Hosting;
using Infra.Tests.Builders;

namespace Infra.Tests.Hosting;

public class RealtimeEndpointTests
{
    private const string Configuration = "aws:sagemaker/endpointConfiguration:EndpointConfiguration";
    private const string Target = "aws:appautoscaling/target:Target";
    private const string Policy = "aws:appautoscaling/policy:Policy";
    private const string Tracking = "targetTrackingScalingPolicyConfiguration";

    [Fact]
    public async Task One_model_on_instances_between_1_and_10_at_70_calls_a_minute_each()
    {
        var stack = await Deploy(Valid.Realtime);

        var variant = stack.Single(Configuration);
        Assert.Equal(stack.Single("aws:sagemaker/model:Model").Name + "-1234567", variant["productionVariants.0.modelName"]);
        Assert.Equal(1, variant["productionVariants.0.initialInstanceCount"]);
        Assert.Null(variant["executionRoleArn"]);
        var target = stack.Single(Target);
        Assert.Equal("endpoint/search-m5-large-1234567/variant/AllTraffic", target["resourceId"]);
        Assert.Equal((1, 10), ((int)target["minCapacity"]!, (int)target["maxCapacity"]!));
        var policy = stack.Single(Policy);
        Assert.Equal(70, policy[$"{Tracking}.targetValue"]);
        Assert.Equal((300, 60), ((int)policy[$"{Tracking}.scaleInCooldown"]!, (int)policy[$"{Tracking}.scaleOutCooldown"]!));
    }

    [Fact]
    public async Task Busy_cores_are_a_metric_of_the_variant_summed_over_its_cores()
    {
        var policy = (await Deploy(Valid.Realtime with { Metric = "cpu", InstanceType = "ml.m5.2xlarge" })).Single(Policy);

        const string Metric = $"{Tracking}.customizedMetricSpecification";
        Assert.Equal(8 * 70, policy[$"{Tracking}.targetValue"]);
        Assert.Equal("/aws/sagemaker/Endpoints", policy[$"{Metric}.namespace"]);
        Assert.Equal("CPUUtilization", policy[$"{Metric}.metricName"]);
        Assert.Equal("Average", policy[$"{Metric}.statistic"]);
        Assert.Equal("search-m5-2xlarge-1234567", policy[$"{Metric}.dimensions.0.value"]);
        Assert.Equal("AllTraffic", policy[$"{Metric}.dimensions.1.value"]);
        Assert.Null(policy[$"{Tracking}.predefinedMetricSpecification"]);
    }

    [Fact]
    public async Task Another_instance_type_is_another_endpoint_with_everything_that_scales_it()
    {
        var settings = Valid.Realtime with { ScaleToZero = Valid.ScaleToZero, OfficeHours = Valid.OfficeHours };
        string[] scaled =
        [
            "aws:sagemaker/endpoint:Endpoint", "aws-native:sagemaker:InferenceComponent", Target, Policy,
            "aws:appautoscaling/scheduledAction:ScheduledAction", "aws:cloudwatch/metricAlarm:MetricAlarm",
        ];

        var before = await Deploy(settings);
        var bigger = await Deploy(settings with { InstanceType = "ml.m5.xlarge" });
        var busier = await Deploy(settings with { InitialInstanceCount = 3, Metric = "concurrency" });

        Assert.All(scaled, type =>
        {
            Assert.NotEmpty(before.All(type));
            Assert.Empty(Names(before, type).Intersect(Names(bigger, type)));
            Assert.Equal(Names(before, type), Names(busier, type));
        });
    }

    [Fact]
    public async Task The_role_reads_the_endpoint_s_model_and_writes_nothing()
    {
        var policy = AccessOf(await Deploy(Valid.Realtime));

        Assert.Contains("arn:aws:s3:::artifacts-1234567/models/live/search/*", policy, StringComparison.Ordinal);
        Assert.Contains("log-group:/aws/sagemaker/Endpoints/*", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("s3:PutObject", policy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task During_office_hours_other_bounds_hold()
    {
        var stack = await Deploy(Valid.Realtime with { OfficeHours = Valid.OfficeHours with { MaxInstances = 20 } });

        var actions = stack.All("aws:appautoscaling/scheduledAction:ScheduledAction").OrderBy(action => action.Name).ToArray();
        Assert.Equal(["search-m5-large-close", "search-m5-large-open"], actions.Select(action => action.Name));
        Assert.All(actions, action => Assert.Equal("Europe/Berlin", action["timezone"]));
        Assert.Equal("cron(0 18 ? * MON,TUE,WED,THU,FRI *)", actions[0]["schedule"]);
        Assert.Equal("cron(0 8 ? * MON,TUE,WED,THU,FRI *)", actions[1]["schedule"]);
        Assert.Equal((1, 10), Bounds(actions[0]));
        Assert.Equal((2, 20), Bounds(actions[1]));
        Assert.Equal(stack.Single(Target)["resourceId"], actions[0]["resourceId"]);
    }

    [Fact]
    public async Task Around_the_clock_nothing_is_scheduled() =>
        Assert.Empty((await Deploy(Valid.Realtime)).All("aws:appautoscaling/scheduledAction:ScheduledAction"));

    [Fact]
    public void An_update_leaves_the_bounds_alone_that_a_schedule_moves()
    {
        Assert.Equal(["minCapacity", "maxCapacity"], Autoscaling.TargetOptions(null, Valid.OfficeHours).IgnoreChanges);
        Assert.Empty(Autoscaling.TargetOptions(null, hours: null).IgnoreChanges);
    }

    private static (int Min, int Max) Bounds(Registered action) => (
        (int)action["scalableTargetAction.minCapacity"]!, (int)action["scalableTargetAction.maxCapacity"]!);

    private static IEnumerable<string> Names(DeployedStack stack, string type) =>
        stack.All(type).Select(resource => resource.Name).Order();

    private static string AccessOf(DeployedStack stack) =>
        (string)stack.All("aws:iam/rolePolicy:RolePolicy").Single(found => found.Name == "search-hosting")["policy"]!;

    private static Task<DeployedStack> Deploy(RealtimeSettings settings) => DeployedStack.Of(
        Valid.Stack with { RealtimeEndpoints = new Dictionary<string, RealtimeSettings> { ["search"] = settings } });
}
