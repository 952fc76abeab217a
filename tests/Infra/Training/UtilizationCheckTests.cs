using System.Globalization;
using System.Text.Json.Nodes;
using Infra.Tests.Builders;
using Infra.Training;

namespace Infra.Tests.Training;

/// <summary>The judgement of a job that ended, on recorded figures.</summary>
public class UtilizationCheckTests
{
    private static readonly GuardedJob Idle = new()
    {
        Name = "nightly",
        Status = "Completed",
        Spot = true,
        InstanceType = "ml.g5.12xlarge",
        Gpu = [90],
        GpuMemory = 40,
    };

    [SkippableFact]
    public async Task A_job_whose_GPUs_had_little_to_do_is_reported_with_the_cheapest_type_that_holds_it()
    {
        var run = await GuardRun.Judge(Idle);

        Assert.Equal(["AwaitMetrics", "ReadMetrics", "CompareUse", "ReportUnderused"], run.Visited.Skip(3));
        Assert.Equal(
            """
            Training job nightly kept its GPUs 22 % busy on average; 70 % are expected.
            Instances: 1 x ml.g5.12xlarge
            GPU memory: at most 8.9 of 89.4 GiB
            Memory: at most 19.2 of 192 GiB
            The cheapest type that would hold this is ml.g4dn.2xlarge.
            A GPU that waits for its data looks the same: before changing the type, see whether the CPUs are busy.
            """.ReplaceLineEndings("\n"),
            run.Message());
        Assert.InRange(((string)run.Requests[^1]["Subject"]!).Length, 1, 100);
    }

    // The metric is a sum: 70 percent of four GPUs is 280.
    [SkippableTheory]
    [InlineData("ml.g5.12xlarge", 279, true)]
    [InlineData("ml.g5.12xlarge", 280, false)]
    [InlineData("ml.g5.xlarge", 69, true)]
    [InlineData("ml.g5.xlarge", 70, false)]
    [InlineData("ml.p4d.24xlarge", 559, true)]
    [InlineData("ml.p4d.24xlarge", 560, false)]
    public async Task The_threshold_is_70_percent_of_all_GPUs_of_the_job_s_own_type(string type, double gpu, bool isReported)
    {
        var run = await GuardRun.Judge(Idle with { InstanceType = type, Gpu = [gpu], GpuMemory = 20 });

        Assert.Equal(isReported ? "ReportUnderused" : "Done", run.End);
    }

    [SkippableTheory]
    // 22.4 GiB a GPU. A full one fits no 16 GiB card, nor, with less of the host's memory, any cheaper 24 GB card's reserve.
    [InlineData("ml.g5.xlarge", 95, 10, null)]
    [InlineData("ml.g5.xlarge", 60, 10, "ml.g4dn.xlarge")]
    [InlineData("ml.g5.4xlarge", 80, 10, "ml.g6.xlarge")]
    // 40 of 64 GiB of the host's memory need as much elsewhere.
    [InlineData("ml.g5.4xlarge", 80, 62, "ml.g6.4xlarge")]
    [InlineData("ml.g4dn.xlarge", 10, 10, null)]
    // Together 34 GiB, on each GPU 8.5: one large GPU holds all of it.
    [InlineData("ml.g5.12xlarge", 152, 10, "ml.g6e.xlarge")]
    // Together 80 GiB: no cheaper type.
    [InlineData("ml.g6.12xlarge", 360, 10, null)]
    public async Task A_type_is_advised_only_where_the_memory_in_use_fits(string type, double gpuMemory, double hostMemory, string? advised)
    {
        var run = await GuardRun.Judge(Idle with { InstanceType = type, Gpu = [20], GpuMemory = gpuMemory, HostMemory = hostMemory });

        if (advised is null)
            Assert.Equal("Done", run.End);
        else
            Assert.Contains($"would hold this is {advised}.\n", run.Message(), StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task As_many_GPUs_as_were_busy_are_kept()
    {
        var run = await GuardRun.Judge(Idle with { Gpu = [250], GpuMemory = 20 });

        Assert.Contains("would hold this is ml.g4dn.12xlarge.\n", run.Message(), StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task Previous_generations_are_judged_and_never_advised()
    {
        var run = await GuardRun.Judge(Idle with { InstanceType = "ml.p3.8xlarge", Gpu = [250], GpuMemory = 200 });

        Assert.Contains("would hold this is ml.g4dn.12xlarge.\n", run.Message(), StringComparison.Ordinal);
        Assert.DoesNotContain("is ml.p3", run.Message(), StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task Hosts_are_judged_together_the_busy_with_the_idle()
    {
        var mean300 = Idle with { InstanceCount = 2, Gpu = [390, 210], GpuMemory = 20 };

        Assert.Equal("Done", (await GuardRun.Judge(mean300)).End);
        Assert.Equal("ReportUnderused", (await GuardRun.Judge(mean300 with { Gpu = [390, 10] })).End);
    }

    [SkippableFact]
    public async Task Every_host_is_asked_for_once_within_what_one_call_takes()
    {
        var run = await GuardRun.Judge(Idle with { InstanceCount = 20, Gpu = [.. Enumerable.Repeat(10.0, 20)], Minutes = 40_320 });

        var queries = run.Requests[1]["MetricDataQueries"]!.AsArray();
        Assert.Equal(80, queries.Count);
        Assert.Equal(80, queries.Select(query => (string)query!["Id"]!).Distinct().Count());
        Assert.All(queries, query => Assert.Matches("^[a-z][a-zA-Z0-9_]*$", (string)query!["Id"]!));
        Assert.Equal("nightly/algo-20", (string?)queries[^1]!["MetricStat"]!["Metric"]!["Dimensions"]![0]!["Value"]);
        Assert.All(queries, query => Assert.Equal(86_400, (int)query!["MetricStat"]!["Period"]!));
        Assert.Equal("2026-11-02T00:00:00.000Z", (string?)run.Requests[1]["StartTime"]);
        Assert.Equal("2026-11-30T10:00:00.000Z", (string?)run.Requests[1]["EndTime"]);
    }

    [SkippableTheory]
    [InlineData(16, 1200)]
    [InlineData(600, 36_000)]
    [InlineData(1441, 86_400)]
    public async Task Periods_are_whole_five_minutes_and_none_is_cut_off(int minutes, int seconds)
    {
        var run = await GuardRun.Judge(Idle with { Minutes = minutes });

        Assert.Equal(seconds, (int)run.Requests[1]["MetricDataQueries"]![0]!["MetricStat"]!["Period"]!);
        var from = DateTimeOffset.Parse((string)run.Requests[1]["StartTime"]!, CultureInfo.InvariantCulture);
        Assert.Equal(0, from.ToUnixTimeSeconds() % seconds);
        Assert.InRange((new DateTimeOffset(2026, 11, 2, 10, 0, 0, TimeSpan.Zero) - from).TotalSeconds, 0, seconds);
    }

    [SkippableFact]
    public async Task Without_figures_there_is_no_advice()
    {
        Assert.Equal("Done", (await GuardRun.Judge(Idle with { Gpu = [] })).End);
        Assert.Equal("Done", (await GuardRun.Judge(Idle with { GpuMemory = null })).End);
        Assert.Equal("Done", (await GuardRun.Judge(Idle with { HostMemory = null })).End);
    }

    public static TheoryData<string> NotJudged => ["short", "never started", "cpu", "unlisted", "groups", "running"];

    [SkippableTheory]
    [MemberData(nameof(NotJudged))]
    public async Task Jobs_without_GPUs_to_speak_of_are_not_measured(string which)
    {
        var run = await GuardRun.Judge(which switch
        {
            "short" => Idle with { Minutes = 14 },
            "never started" => Idle with { Minutes = null, Status = "Failed" },
            "cpu" => Idle with { InstanceType = "ml.m5.xlarge" },
            "unlisted" => Idle with { InstanceType = "ml.p9.48xlarge" },
            "groups" => Idle with { InstanceType = null, Resources = new JsonObject { ["InstanceGroups"] = new JsonArray() } },
            _ => Idle with { Status = "InProgress" },
        });

        Assert.Equal(["OncePerJob", "DescribeJob", "Judge", "Done"], run.Visited);
    }

    [SkippableFact]
    public async Task The_limit_can_be_set_and_the_check_left_out()
    {
        var half = Idle with { Gpu = [200], GpuMemory = 20 };

        Assert.Equal("Done", (await GuardRun.Judge(half, new() { UtilizationPercent = 50 })).End);
        Assert.Contains("50 % busy on average; 51 % are", (await GuardRun.Judge(half, new() { UtilizationPercent = 51 })).Message(), StringComparison.Ordinal);
        Assert.Equal("Done", (await GuardRun.Judge(Idle, new() { CheckUtilization = false })).End);
        Assert.DoesNotContain("GetMetricData", GuardAccess.For(new() { CheckUtilization = false }, GuardRun.Site).ToJson(), StringComparison.Ordinal);
    }
}
