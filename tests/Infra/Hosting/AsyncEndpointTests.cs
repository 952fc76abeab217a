using System.Text.Json.Nodes;
using Infra.Hosting;
using Infra.Tests.Builders;

namespace Infra.Tests.Hosting;

public class AsyncEndpointTests
{
    private const string Configuration = "aws:sagemaker/endpointConfiguration:EndpointConfiguration";
    private const string Policy = "aws:appautoscaling/policy:Policy";

    [Fact]
    public async Task Responses_and_failures_go_to_the_endpoint_s_folder_under_the_bucket_s_key()
    {
        var configuration = (await Deploy(Valid.Async)).Single(Configuration);

        const string Output = "asyncInferenceConfig.outputConfig";
        Assert.Equal("s3://artifacts-1234567/invocations/reports/responses/", configuration[$"{Output}.s3OutputPath"]);
        Assert.Equal("s3://artifacts-1234567/invocations/reports/responses/failed/", configuration[$"{Output}.s3FailurePath"]);
        Assert.EndsWith("alias/sagemaker-infra-test-artifacts", (string)configuration[$"{Output}.kmsKeyId"]!, StringComparison.Ordinal);
        Assert.Null(configuration["asyncInferenceConfig.clientConfig"]);
        Assert.Equal(1, configuration["productionVariants.0.initialInstanceCount"]);
    }

    [Fact]
    public async Task Requests_for_one_instance_at_once_can_be_limited() => Assert.Equal(
        4,
        (await Deploy(Valid.Async with { ConcurrentRequestsPerInstance = 4 }))
            .Single(Configuration)["asyncInferenceConfig.clientConfig.maxConcurrentInvocationsPerInstance"]);

    [Fact]
    public async Task Instances_from_none_follow_what_waits_for_each_of_them()
    {
        var stack = await Deploy(Valid.Async with { Scaling = new() { MaxInstances = 3, BacklogPerInstance = 20 } });

        var target = stack.Single("aws:appautoscaling/target:Target");
        Assert.Equal("endpoint/reports-m5-large-1234567/variant/AllTraffic", target["resourceId"]);
        Assert.Equal((0, 3), ((int)target["minCapacity"]!, (int)target["maxCapacity"]!));
        var tracking = stack.All(Policy).Single(policy => policy.Name == "reports-m5-large");
        const string Metric = "targetTrackingScalingPolicyConfiguration.customizedMetricSpecification";
        Assert.Equal(20, tracking["targetTrackingScalingPolicyConfiguration.targetValue"]);
        Assert.Equal("ApproximateBacklogSizePerInstance", tracking[$"{Metric}.metricName"]);
        Assert.Equal("AWS/SageMaker", tracking[$"{Metric}.namespace"]);
        Assert.Equal(1, tracking.Count($"{Metric}.dimensions"));
        Assert.Equal("EndpointName", tracking[$"{Metric}.dimensions.0.name"]);
        Assert.Equal("reports-m5-large-1234567", tracking[$"{Metric}.dimensions.0.value"]);
    }

    [Fact]
    public async Task The_first_request_in_the_queue_wakes_the_endpoint()
    {
        var stack = await Deploy(Valid.Async);

        var wake = stack.All(Policy).Single(policy => policy.Name == "reports-m5-large-wake");
        Assert.Equal("StepScaling", wake["policyType"]);
        Assert.Equal(1, wake["stepScalingPolicyConfiguration.stepAdjustments.0.scalingAdjustment"]);
        var alarm = stack.Single("aws:cloudwatch/metricAlarm:MetricAlarm");
        Assert.Equal("HasBacklogWithoutCapacity", alarm["metricName"]);
        Assert.Equal("reports-m5-large-1234567", alarm["dimensions.EndpointName"]);
        Assert.Equal((60, 2), ((int)alarm["period"]!, (int)alarm["evaluationPeriods"]!));
        Assert.Contains("reports-m5-large-wake", Assert.Single(alarm.Texts("alarmActions")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_never_sleeps_needs_no_waking()
    {
        var stack = await Deploy(Valid.Async with { Scaling = new() { MinInstances = 2 } });

        Assert.Single(stack.All(Policy));
        Assert.Empty(stack.All("aws:cloudwatch/metricAlarm:MetricAlarm"));
        Assert.Equal(2, stack.Single(Configuration)["productionVariants.0.initialInstanceCount"]);
    }

    [Fact]
    public async Task Another_instance_type_is_another_endpoint()
    {
        var bigger = await Deploy(Valid.Async with { InstanceType = "ml.m5.xlarge" });

        Assert.Equal("reports-m5-xlarge", bigger.Single("aws:sagemaker/endpoint:Endpoint").Name);
        Assert.Equal("reports-m5-xlarge", bigger.Single("aws:appautoscaling/target:Target").Name);
    }

    [Fact]
    public async Task The_role_reads_models_and_requests_and_writes_responses_only()
    {
        var document = (string)(await Deploy(Valid.Async)).All("aws:iam/rolePolicy:RolePolicy")
            .Single(found => found.Name == "reports-hosting")["policy"]!;

        var statements = JsonNode.Parse(document)!["Statement"]!.AsArray();
        Assert.Equal(
            ["arn:aws:s3:::artifacts-1234567/models/live/reports/*", "arn:aws:s3:::artifacts-1234567/invocations/reports/requests/*"],
            Statement("ReadObjects")["Resource"]!.AsArray().Select(resource => (string)resource!));
        Assert.Equal(
            "arn:aws:s3:::artifacts-1234567/invocations/reports/responses/*", (string)Statement("WriteObjects")["Resource"]!);

        JsonNode Statement(string sid) => statements.Single(statement => (string?)statement!["Sid"] == sid)!;
    }

    private static Task<DeployedStack> Deploy(AsyncSettings settings) => DeployedStack.Of(
        Valid.Stack with { AsyncEndpoints = new Dictionary<string, AsyncSettings> { ["reports"] = settings } });
}
