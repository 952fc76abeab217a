using System.Text.Json;
using System.Text.Json.Nodes;
using Costs.Catalogue;
using Costs.Measured;
using Costs.Plan;
using Emulator.Tests.Account;
using Infra.Tests.Builders;
using PropertyValues;

namespace Emulator.Tests;

/// <summary>
/// The request for metrics of a deployed stack is one that CloudWatch accepts, and its answer is read as what was put there. The
/// emulator finds nothing by a search, so that this is about endpoints, whose names are known once they are deployed.
/// </summary>
[Collection(DeployedStacksCollection.Name)]
public class MeasuredUseTests(DeployedStacks stacks)
{
    private const string Recommendations = "recommendations-g5-xlarge";
    private static readonly DateTimeOffset Now = TimeProvider.System.GetUtcNow();

    [SkippableFact]
    public async Task What_was_measured_of_a_stack_comes_back()
    {
        var account = await stacks.AccountAsync();
        var plan = await PlanAsync();
        await PutTrafficAsync(account, plan);

        var call = await account.CallAsync("cloudwatch", "GetMetricData", JsonNode.Parse(MetricRequest.For(plan, Now).Span)!.AsObject());

        Assert.True(call.Outcome == CallOutcome.Called, call.ToString());
        AssertRead(MeasuredUse.Read(plan, PriceBook.BuiltIn, JsonSerializer.SerializeToUtf8Bytes(call.Answer)));
    }

    [SkippableFact]
    public async Task The_AWS_CLI_takes_the_request_and_prints_what_is_read()
    {
        var account = await stacks.AccountAsync();
        var plan = await PlanAsync();
        await PutTrafficAsync(account, plan);
        var folder = Directory.CreateTempSubdirectory("metrics-").FullName;
        try
        {
            await File.WriteAllBytesAsync(Path.Combine(folder, "query.json"), MetricRequest.For(plan, Now));

            var printed = await AwsCli.RunAsync(
                account, folder, "cloudwatch", "get-metric-data", "--cli-input-json", "file://query.json", "--output", "json");

            AssertRead(MeasuredUse.Read(plan, PriceBook.BuiltIn, printed));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void AssertRead(MeasuredUse use)
    {
        var called = Assert.Single(use.Variants, variant => variant.IsMeasured);
        Assert.Equal(Recommendations, called.Variant.Resource);
        Assert.Equal(8, called.Calls);
        Assert.Equal(8, called.PeakCallsPerHour);
        Assert.Equal(4, called.InstancesPerCall);
        Assert.Equal(0.25m, called.SecondsPerCall);
        Assert.Equal(new(50, 50), called.Gpu);
        Assert.Equal(new(25, 25), called.Cpu);
        Assert.Empty(use.Foreign);
    }

    /// <summary>The stack as it is after a deployment: with what AWS made of it.</summary>
    private async Task<PlannedResource[]> PlanAsync()
    {
        var stack = await stacks.OfAsync("prod");
        return
        [
            .. stack.Resources.Select(resource => new PlannedResource
            {
                Urn = $"urn:pulumi:{stack.Label}::{StackYaml.Project}::{resource.Type}::{resource.Name}",
                Type = resource.Type,
                Name = resource.Name,
                Inputs = Members(resource.Inputs),
                Outputs = Members(resource.Outputs),
                Region = AwsAccount.Region,
            }),
        ];
    }

    private static PropertyMap Members(JsonObject values)
    {
        using var document = JsonDocument.Parse(values.ToJsonString());
        return PropertyValue.Of(document.RootElement).Members;
    }

    /// <summary>An hour of yesterday in which one endpoint was called and the others were not. It may be put there twice.</summary>
    private static async Task PutTrafficAsync(AwsAccount account, PlannedResource[] plan)
    {
        var resource = Assert.Single(plan, resource => resource.Name == Recommendations && resource.Type.EndsWith(":Endpoint", StringComparison.Ordinal));
        var endpoint = resource.Outputs["name"].AsString()!;
        var known = await account.CallAsync("cloudwatch", "ListMetrics", new() { ["Namespace"] = "AWS/SageMaker", ["MetricName"] = "Invocations" });
        if (known.Answer["Metrics"]?.AsArray().Count > 0)
        {
            return;
        }

        await PutAsync(account, "AWS/SageMaker", endpoint, ("Invocations", 1, 8), ("InvocationsPerInstance", 0.25, 8), ("ModelLatency", 250_000, 8));
        await PutAsync(account, "/aws/sagemaker/Endpoints", endpoint, ("CPUUtilization", 100, 60), ("GPUUtilization", 50, 60), ("MemoryUtilization", 30, 60));
    }

    private static async Task PutAsync(AwsAccount account, string space, string endpoint, params (string Metric, double Value, int Count)[] values)
    {
        var call = await account.CallAsync("cloudwatch", "PutMetricData", new()
        {
            ["Namespace"] = space,
            ["MetricData"] = new JsonArray([.. values.Select(value => new JsonObject
            {
                ["MetricName"] = value.Metric,
                ["Dimensions"] = new JsonArray(
                    new JsonObject { ["Name"] = "EndpointName", ["Value"] = endpoint }, new JsonObject { ["Name"] = "VariantName", ["Value"] = "AllTraffic" }),
                ["Timestamp"] = Now.AddDays(-1).ToString("yyyy-MM-dd'T'HH:10:00Z", System.Globalization.CultureInfo.InvariantCulture),
                ["Values"] = new JsonArray(value.Value),
                ["Counts"] = new JsonArray(value.Count),
            })]),
        });
        Assert.True(call.Outcome == CallOutcome.Called, call.ToString());
    }
}
