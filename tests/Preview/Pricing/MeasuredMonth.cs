using System.Text.Json;
using System.Text.Json.Nodes;
using Costs.Tests.Builders;
using Preview.Pricing;
using Preview.Runs;

namespace Preview.Tests.Pricing;

/// <summary>Two weeks of the stack prod, as CloudWatch might have measured them.</summary>
internal static class MeasuredMonth
{
    /// <summary>The answer to the query of prod.</summary>
    public static async Task<byte[]> OfAsync(PreviewResult prod) =>
        JsonSerializer.SerializeToUtf8Bytes(await Task.Run(() => Metrics().Answer(PlanEstimate.PlanOf(prod))));

    /// <summary>The same, with an entry of another stack's query behind it.</summary>
    public static async Task<byte[]> WithAsync(PreviewResult prod, PreviewResult other)
    {
        var answer = JsonNode.Parse(await OfAsync(prod))!.AsObject();
        foreach (var result in Metrics().Answer(PlanEstimate.PlanOf(other))["MetricDataResults"]!.AsArray())
        {
            answer["MetricDataResults"]!.AsArray().Add(result!.DeepClone());
        }

        return JsonSerializer.SerializeToUtf8Bytes(answer);
    }

    private static CloudMetrics Metrics() => new CloudMetrics("AllTraffic")
        // Well used.
        .Calls("recommendations-g5-xlarge-5e1f0a7", perHour: 9000, seconds: 0.35m, instances: 2)
        .Instances("recommendations-g5-xlarge-5e1f0a7", values: [("CPUUtilization", 310), ("MemoryUtilization", 71), ("GPUUtilization", 92), ("GPUMemoryUtilization", 84)])
        // Nobody calls it.
        .Instances("assistant-g5-2xlarge-0c4d9e2", values: [("CPUUtilization", 3), ("MemoryUtilization", 14), ("GPUUtilization", 0), ("GPUMemoryUtilization", 66)])
        // A host of half the size would do.
        .Calls("support-g5-2xlarge-77aa01b", perHour: 300, seconds: 2, every: 3)
        .Instances("support-g5-2xlarge-77aa01b", values: [("CPUUtilization", 140), ("MemoryUtilization", 31), ("GPUUtilization", 48), ("GPUMemoryUtilization", 70)])
        // Sixteen models in little memory.
        .Calls("forecasts-m5-2xlarge-b3c2d1e", perHour: 1200, seconds: 0.04m, instances: 2)
        .Instances("forecasts-m5-2xlarge-b3c2d1e", values: [("CPUUtilization", 60), ("MemoryUtilization", 16)])
        // The smallest there is.
        .Calls("vision-g4dn-xlarge-91b2c3d", perHour: 500, seconds: 0.1m)
        .Instances("vision-g4dn-xlarge-91b2c3d", values: [("CPUUtilization", 120), ("MemoryUtilization", 40), ("GPUUtilization", 55), ("GPUMemoryUtilization", 61)])
        .Calls("churn-4d5e6f7", perHour: 55)
        .Calls("pricing-1d2e3f4", perHour: 40, every: 4)
        .Calls("leads-aaaa111", perHour: 56, seconds: 0.5m)
        // Called alike in two stacks.
        .Calls("topics-aaaa222", perHour: 50)
        .Calls("topics-bbbb333", perHour: 1)
        // Eight GPUs with something to do.
        .Job("prod--foundation--spot-1/algo-1", 10, 35, ("CPUUtilization", 5200), ("GPUUtilization", 710), ("GPUMemoryUtilization", 690), ("MemoryUtilization", 38))
        .Job("prod--foundation--full-2/algo-1", 120, 146, ("CPUUtilization", 5000), ("GPUUtilization", 690), ("GPUMemoryUtilization", 700), ("MemoryUtilization", 38))
        // One of four.
        .Job("prod--domain--spot-1/algo-1", 0, 20, ("CPUUtilization", 260), ("GPUUtilization", 82), ("GPUMemoryUtilization", 74), ("MemoryUtilization", 6))
        .Job("prod--domain--spot-2/algo-1", 48, 68, ("CPUUtilization", 250), ("GPUUtilization", 78), ("GPUMemoryUtilization", 71), ("MemoryUtilization", 6))
        .Job("prod--adapters--spot-1/algo-1", 100, 140, ("CPUUtilization", 420), ("GPUUtilization", 88), ("GPUMemoryUtilization", 83), ("MemoryUtilization", 62))
        .Job("prod--ranking--spot-1/algo-1", 3, 22, ("CPUUtilization", 310), ("GPUUtilization", 71), ("GPUMemoryUtilization", 70), ("MemoryUtilization", 55));
}
