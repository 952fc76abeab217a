using System.Text.Json.Nodes;
using Costs.Measured;
using Costs.Plan;

namespace Costs.Tests.Measured;

public class MeasuredUseTests
{
    private static readonly PlannedResource[] Forecasts = Served.OnInstances("forecasts", "ml.g5.12xlarge", instances: 2);

    [Fact]
    public void Calls_are_counted_and_a_month_has_as_many_as_at_that_rate()
    {
        var use = Variant(new CloudMetrics().Instances("forecasts-aaaaaaa", values: [("CPUUtilization", 480)]).Calls("forecasts-aaaaaaa", perHour: 50, every: 2), Forecasts);

        Assert.Equal("forecasts-aaaaaaa", use.Endpoint);
        Assert.Equal(168 * 50, use.Calls);
        Assert.Equal(168m * 50 * 730 / 336, use.CallsPerMonth);
        Assert.Equal(50, use.PeakCallsPerHour);
        Assert.Equal(336, use.HoursWithData);
    }

    [Fact]
    public void Utilization_is_a_share_of_all_cores_and_all_GPUs()
    {
        var use = Variant(
            new CloudMetrics().Instances("forecasts-aaaaaaa", values:
                [("CPUUtilization", 480), ("GPUUtilization", 100), ("GPUMemoryUtilization", 300), ("MemoryUtilization", 12)]), Forecasts);

        Assert.Equal(new(10, 10), use.Cpu);
        Assert.Equal(new(25, 25), use.Gpu);
        Assert.Equal(new(75, 75), use.GpuMemory);
        Assert.Equal(new(12, 12), use.Memory);
        Assert.False(use.IsOfOtherInstances);
    }

    [Fact]
    public void Latency_is_seconds_and_instances_come_from_what_each_had_of_the_calls()
    {
        var use = Variant(new CloudMetrics().Calls("forecasts-aaaaaaa", perHour: 10, seconds: 0.25m, instances: 4), Forecasts);

        Assert.Equal(0.25m, use.SecondsPerCall);
        Assert.Equal(4, use.InstancesPerCall);
    }

    [Fact]
    public void Instances_that_ran_without_calls_are_idle()
    {
        var use = Variant(new CloudMetrics().Instances("forecasts-aaaaaaa", values: [("CPUUtilization", 1)]), Forecasts);

        Assert.Equal(0, use.Calls);
        Assert.True(use.IsIdle);
    }

    [Fact]
    public void Where_nothing_was_measured_nothing_is_known()
    {
        var use = new CloudMetrics().Instances("forecasts-aaaaaaa", values: [("CPUUtilization", 1)])
            .Use([.. Forecasts, .. Served.OnInstances("silent", "ml.m5.large"), .. Served.Serverless("pricing")]);

        Assert.All(use.Variants.Skip(1), variant => Assert.Null(variant.Calls));
        Assert.All(use.Variants.Skip(1), variant => Assert.False(variant.IsMeasured || variant.IsIdle));
    }

    [Fact]
    public void An_endpoint_that_came_later_is_measured_from_then_on()
    {
        var use = Variant(
            new CloudMetrics().Instances("forecasts-aaaaaaa", from: 240, values: [("CPUUtilization", 1)]).Calls("forecasts-aaaaaaa", 10, from: 240), Forecasts);

        Assert.Equal(96, use.Hours);
        Assert.Equal(4, use.Days);
        Assert.Equal(7300, use.CallsPerMonth);
    }

    [Fact]
    public void A_serverless_variant_is_measured_over_the_whole_time()
    {
        var use = Variant(new CloudMetrics().Calls("pricing-aaaaaaa", perHour: 336, from: 300, to: 301), Served.Serverless("pricing"));

        Assert.Equal(730, use.CallsPerMonth);
        Assert.Equal(1, use.HoursWithData);
    }

    [Fact]
    public void What_is_called_alike_is_not_mistaken_for_it()
    {
        var use = Variant(
            new CloudMetrics().Calls("forecasts-aaaaaaa", 10).Calls("old-forecasts-aaaaaaa", 10).Calls("forecasts-zero-aaaaaaa", 10).Calls("forecasts-AAAAAAAA", 10),
            Forecasts);

        Assert.Equal("forecasts-aaaaaaa", use.Endpoint);
        Assert.Equal(3360, use.Calls);
    }

    [Fact]
    public void Of_two_endpoints_that_both_may_be_it_neither_is_taken()
    {
        var use = Variant(new CloudMetrics().Calls("forecasts-bbbbbbb", 10).Calls("forecasts-aaaaaaa", 10), Forecasts);

        Assert.Equal(["forecasts-aaaaaaa", "forecasts-bbbbbbb"], use.Candidates.ToArray());
        Assert.Null(use.Calls);
        Assert.False(use.IsMeasured);
    }

    [Fact]
    public void An_endpoint_that_took_the_place_of_another_is_meant()
    {
        var use = Variant(new CloudMetrics().Calls("forecasts-aaaaaaa", 10, to: 200).Calls("forecasts-bbbbbbb", 20, from: 200), Forecasts);

        Assert.Equal("forecasts-bbbbbbb", use.Endpoint);
        Assert.Equal(20 * 136, use.Calls);
    }

    [Fact]
    public void Shares_of_more_than_all_there_is_were_measured_on_other_instances() =>
        Assert.True(Variant(new CloudMetrics().Instances("forecasts-aaaaaaa", values: [("GPUUtilization", 450)]), Forecasts).IsOfOtherInstances);

    [Fact]
    public void A_family_is_all_of_its_jobs_each_by_how_long_it_ran()
    {
        var use = Family(new CloudMetrics()
            .Job("test--ranking--spot-1/algo-1", 0, 30, ("CPUUtilization", 400), ("GPUUtilization", 40), ("GPUMemoryUtilization", 30), ("MemoryUtilization", 20))
            .Job("test--ranking--full-2/algo-1", 40, 50, ("CPUUtilization", 400), ("GPUUtilization", 80), ("GPUMemoryUtilization", 50), ("MemoryUtilization", 10))
            .Job("test--ranking-large--spot-3/algo-1", 40, 50, ("CPUUtilization", 400), ("GPUUtilization", 100)));

        Assert.Equal(2, use.Jobs);
        Assert.Equal(40, use.InstanceHours);
        Assert.Equal(50, use.Gpu.Mean);
        Assert.Equal(50, use.GpuMemory.Peak);
        Assert.Equal(20, use.Memory.Peak);
        Assert.Equal(50, use.Cpu.Mean);
    }

    [Fact]
    public void A_family_without_jobs_is_not_measured()
    {
        var use = new CloudMetrics().Calls("forecasts-aaaaaaa", 1).Use([.. Forecasts, Ranking]);

        Assert.False(Assert.Single(use.Families).IsMeasured);
    }

    [Fact]
    public void What_the_answer_has_of_other_stacks_is_named_and_not_counted()
    {
        var cloud = new CloudMetrics().Calls("forecasts-aaaaaaa", 1).Calls("pricing-aaaaaaa", 1);
        PlannedResource[] whole = [.. Forecasts, .. Served.Serverless("pricing")];

        var use = MeasuredBy.Read(cloud.Answer(whole), Forecasts);

        Assert.Equal(["test/pricing/main"], use.Foreign.ToArray());
        Assert.Single(use.Variants);
    }

    [Fact]
    public void An_answer_to_another_stacks_query_is_refused()
    {
        var answer = new CloudMetrics().Calls("pricing-aaaaaaa", 1).Answer(Served.Serverless("pricing"));

        Assert.Equal(
            "It has metrics of test/pricing/main, and none of the stack test, which has forecasts. Ask with the query that --metrics-query prints for test.",
            Assert.Throws<MetricsException>(() => MeasuredBy.Read(answer, Forecasts)).Message);
    }

    [Fact]
    public void An_answer_without_any_value_says_where_to_look() => Assert.Equal(
        "No metric in it has a value. Was it asked in the account and the Region of the stack, and is the stack deployed?",
        Assert.Throws<MetricsException>(() => new CloudMetrics().Use(Forecasts)).Message);

    [Fact]
    public void Answers_about_different_times_are_not_put_together()
    {
        var answer = new CloudMetrics().Calls("forecasts-aaaaaaa", 1).Answer(Forecasts);
        var first = answer["MetricDataResults"]![0]!.DeepClone();
        first["Label"] = ((string)first["Label"]!).Replace("2026-11-10T19Z", "2026-11-03T19Z", StringComparison.Ordinal);
        answer["MetricDataResults"]!.AsArray().Add(first);

        Assert.StartsWith(
            "It is put together of answers about different times: 2026-11-10T19Z+336h, 2026-11-03T19Z+336h.",
            Assert.Throws<MetricsException>(() => MeasuredBy.Read(answer, Forecasts)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Pages_of_an_answer_belong_together_and_the_last_one_tells_whether_it_is_whole()
    {
        var answer = new CloudMetrics().Calls("forecasts-aaaaaaa", 1).Answer(Forecasts);
        var results = answer["MetricDataResults"]!.AsArray();
        results.Clear();
        var whole = new CloudMetrics().Calls("forecasts-aaaaaaa", 1).Answer(Forecasts)["MetricDataResults"]!.AsArray();
        foreach (var status in (string[])["PartialData", "Complete"])
        {
            foreach (var result in whole)
            {
                var page = result!.DeepClone().AsObject();
                foreach (var list in (string[])["Timestamps", "Values"])
                {
                    var all = page[list]!.AsArray().Select(item => item!.DeepClone()).ToArray();
                    page[list] = new JsonArray(status == "Complete" ? all[200..] : all[..200]);
                }

                page["StatusCode"] = status;
                results.Add(page);
            }
        }

        Assert.Equal(336, Assert.Single(MeasuredBy.Read(answer, Forecasts).Variants).Calls);
    }

    private static PlannedResource Ranking => Served.Launcher("ranking", "ml.g5.2xlarge", "test--ranking");

    private static VariantUse Variant(CloudMetrics metrics, PlannedResource[] plan) => Assert.Single(metrics.Use(plan).Variants);

    private static FamilyUse Family(CloudMetrics metrics) => Assert.Single(metrics.Use(Ranking).Families);
}
