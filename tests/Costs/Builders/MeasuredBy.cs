using System.Text.Json;
using System.Text.Json.Nodes;
using Costs.Measured;
using Costs.Plan;

namespace Costs.Tests.Builders;

/// <summary>What is read of an account's metrics.</summary>
internal static class MeasuredBy
{
    public static MeasuredUse Use(this CloudMetrics metrics, params PlannedResource[] plan) => Read(metrics.Answer(plan), plan);

    public static MeasuredUse Read(JsonObject answer, params PlannedResource[] plan) =>
        MeasuredUse.Read(plan, RoundPrices.Book, JsonSerializer.SerializeToUtf8Bytes(answer));
}
