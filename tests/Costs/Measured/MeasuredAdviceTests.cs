using Costs.Advice;
using Costs.Catalogue;
using Costs.Plan;
using Costs.Usage;
using ResourceViews.Aws.Sagemaker;

namespace Costs.Tests.Measured;

/// <summary>What advice makes of metrics, at the prices of us-east-1.</summary>
public class MeasuredAdviceTests
{
    private static readonly PlannedResource[] Ranking = [Served.Launcher("ranking", "ml.g5.12xlarge", "test--ranking")];
    private const string RankingUsage = """{"ranking": {"runsPerMonth": 10, "hoursPerRun": 10}}""";

    [Fact]
    public void Jobs_that_keep_one_of_four_GPUs_busy_are_moved_to_one_of_the_same_kind()
    {
        var line = Assert.Single(Advise(RankingUsage, RankingJob(gpu: 80), Ranking).Counted);

        Assert.StartsWith("Train ranking on ml.g5.", line.What, StringComparison.Ordinal);
        Assert.True(Assert.IsType<AdviceSaving.Known>(line.Saving).PerMonth > 0);
        Assert.Contains("its GPUs are busy 20 % (70 % is well used)", line.Why, StringComparison.Ordinal);
        Assert.Equal(CertaintyLevel.Measured, line.Certainty.Level);
        Assert.Equal("14 days", line.Certainty.MeasuredOver);
        Assert.Equal(["1 job, 20 instance-hours"], line.Certainty.RestsOn.ToArray());
    }

    [Fact]
    public void Another_kind_of_GPU_saves_only_if_it_is_as_fast()
    {
        var line = Assert.Single(Advise(RankingUsage, RankingJob(gpu: 80), Ranking).NotCounted);

        Assert.Equal("a run takes no longer", Assert.IsType<AdviceSaving.If>(line.Saving).Condition);
        Assert.Contains("one run of ranking on", line.Certainty.Surer, StringComparison.Ordinal);
    }

    [Fact]
    public void Jobs_that_use_what_they_have_stay()
    {
        var advice = Advise(RankingUsage, RankingJob(gpu: 380, gpuMemory: 380, cpu: 4500, memory: 80), Ranking);

        Assert.Empty(advice.Lines);
        Assert.StartsWith("no cheaper type has enough of what it uses of ml.g5.12xlarge: 3.8 of 4 × A10G on average", Assert.Single(advice.Kept).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void GPUs_that_are_busy_with_little_memory_are_named_as_well()
    {
        var advice = Advise(
            """{"api": {"averageInstances": 1}}""",
            new CloudMetrics().Calls("api-aaaaaaa", 100).Instances("api-aaaaaaa", values:
                [("CPUUtilization", 100), ("MemoryUtilization", 20), ("GPUUtilization", 85), ("GPUMemoryUtilization", 20)]),
            Served.OnInstances("api", "ml.g5.2xlarge"));

        Assert.Contains(advice.Lines, line => line.What == "Serve api on ml.g5.xlarge instead of ml.g5.2xlarge" && line.Saving is AdviceSaving.Known);
        Assert.Contains(advice.Lines, line => line.What == "Serve api on ml.g4dn.xlarge instead of ml.g5.2xlarge" && line.Saving is AdviceSaving.If);
        Assert.All(advice.Lines, line => Assert.DoesNotContain("busy 85", line.Why, StringComparison.Ordinal));
    }

    [Fact]
    public void Instances_without_GPUs_move_within_their_family()
    {
        var line = Assert.Single(Advise("{}", Instances("api", cpu: 40, memory: 10).Calls("api-aaaaaaa", 100), Served.OnInstances("api", "ml.m5.4xlarge")).Lines);

        Assert.Equal("Serve api on ml.m5.large instead of ml.m5.4xlarge", line.What);
        Assert.Equal("it uses 0.4 of 16 vCPUs, 6.4 of 64 GiB; ml.m5.large has 2 vCPUs, 8 GiB", line.Why);
    }

    [Fact]
    public void What_is_declared_has_to_fit_too_and_is_named_where_it_is_not_used()
    {
        // Seven billion parameters take more than a T4 has, whatever was measured.
        var plan = Served.OnInstances("api", "ml.g5.2xlarge");
        plan[1] = plan[1] with
        {
            Inputs = plan[1].Inputs.With("tags", PropertyValue.Of(PropertyMap.Build(writer =>
            {
                writer.WriteName("model-parameters-billions");
                writer.WriteValue(PropertyValue.Of("7"));
            }))),
        };
        var cloud = new CloudMetrics().Calls("api-aaaaaaa", 100).Instances("api-aaaaaaa", values:
            [("CPUUtilization", 100), ("MemoryUtilization", 20), ("GPUUtilization", 30), ("GPUMemoryUtilization", 20)]);

        var advice = Advise("{}", cloud, plan);

        Assert.DoesNotContain(advice.Lines, line => line.What.Contains("g4dn", StringComparison.Ordinal));
        Assert.StartsWith(
            "api: a model of 7 billion parameters (inference) needs 16.8 GB, as it is declared; at the most 4.8 GB of GPU memory were measured.",
            Text(Assert.Single(advice.Contradictions)), StringComparison.Ordinal);
    }

    [Fact]
    public void Many_models_share_one_GPU_of_the_families_that_can()
    {
        PlannedResource[] plan =
        [
            .. Served.OnInstances("shared", "ml.g5.2xlarge"),
            Planned.Resource("model", new ModelProps { Name = "model", PrimaryContainer = new() { Mode = "MultiModel" } }),
        ];
        plan[1] = plan[1].From("productionVariants", plan[2]);

        var advice = Advise("{}", new CloudMetrics().Calls("shared-aaaaaaa", 100).Instances("shared-aaaaaaa", values:
            [("CPUUtilization", 1), ("MemoryUtilization", 1), ("GPUUtilization", 1), ("GPUMemoryUtilization", 1)]), plan);

        Assert.Equal(
            ["ml.g5.xlarge", "ml.g4dn.xlarge"],
            advice.Lines.Where(line => line.Topic == AdviceTopic.HostingInstance).Select(line => line.InstanceType));
    }

    [Fact]
    public void An_endpoint_that_nobody_called_saves_all_of_its_instances()
    {
        var advice = Advise("{}", Instances("api", cpu: 1, memory: 90), Served.OnInstances("api", "ml.m5.large", instances: 2));

        var line = Assert.Single(advice.Counted);
        Assert.Equal("Remove api, or let it run only while somebody calls it", line.What);
        Assert.Equal("api-aaaaaaa ran on ml.m5.large and had no request in 14 days", line.Why);
        Assert.Equal(advice.Before.Expected, Assert.IsType<AdviceSaving.Known>(line.Saving).PerMonth);
        Assert.True(advice.Before.Expected > 0);
    }

    [Fact]
    public void Silence_of_less_than_a_week_is_not_counted()
    {
        var advice = Advise(
            "{}", new CloudMetrics().Instances("api-aaaaaaa", from: 288, values: [("CPUUtilization", 1), ("MemoryUtilization", 90)]),
            Served.OnInstances("api", "ml.m5.large"));

        Assert.Empty(advice.Counted);
        Assert.Contains(advice.NotCounted, line => line.Saving is AdviceSaving.If { Condition: "nobody calls it either later; it has been there for 2 days" });
    }

    [Fact]
    public void One_saving_is_not_counted_twice()
    {
        var advice = Advise("{}", Instances("api", cpu: 1, memory: 1), Served.OnInstances("api", "ml.m5.4xlarge"));

        Assert.Equal(advice.Total, advice.Counted.Sum(line => ((AdviceSaving.Known)line.Saving).PerMonth));
        Assert.Single(advice.Counted);
    }

    [Theory]
    [InlineData(40, true)]
    [InlineData(50, false)]
    public void Endpoints_with_the_same_container_share_instances_where_these_have_enough_for_both(decimal percent, bool isEnough)
    {
        const string What = "Serve one, two from one multi-model endpoint on ml.m5.large";
        var model = Planned.Resource("model", new ModelProps
        {
            Name = "model",
            PrimaryContainer = new() { Image = "683313688378.dkr.ecr.us-east-1.amazonaws.com/sagemaker-scikit-learn:1.2-1-cpu-py3" },
        });
        PlannedResource[] plan = [.. Served.OnInstances("one", "ml.m5.large"), .. Served.OnInstances("two", "ml.m5.large"), model];
        (plan[1], plan[3]) = (plan[1].From("productionVariants", model), plan[3].From("productionVariants", model));
        var cloud = new CloudMetrics();
        foreach (var name in (string[])["one-aaaaaaa", "two-aaaaaaa"])
        {
            cloud.Calls(name, 100_000).Instances(name, values: [("CPUUtilization", percent * 2), ("MemoryUtilization", percent)]);
        }

        var advice = Advise("{}", cloud, plan);

        Assert.Equal(isEnough, advice.Counted.Any(line => line.What == What && line.Certainty.MeasuredOver == "14 days"));
        Assert.Equal(!isEnough, advice.Kept.Any(kept => kept.Text.StartsWith("each could load the models of all", StringComparison.Ordinal)));
    }

    [Fact]
    public void Measured_requests_are_held_against_those_at_which_serverless_pays()
    {
        var model = Planned.Resource("model", new ModelProps { Name = "model", PrimaryContainer = new() { Image = "scikit-learn:1" } });
        PlannedResource[] plan = [.. Served.OnInstances("api", "ml.m5.large"), model];
        plan[1] = plan[1].From("productionVariants", model);

        var advice = Advise(
            """{"api": {"requestsPerMonth": 90000000, "secondsPerRequest": 0.1}}""",
            Instances("api", cpu: 180, memory: 80).Calls("api-aaaaaaa", 10, seconds: 0.1m), plan);

        var line = Assert.Single(advice.Counted);
        Assert.Equal("Serve api serverless instead of on ml.m5.large", line.What);
        Assert.Equal("14 days", line.Certainty.MeasuredOver);
        Assert.Contains("requestsPerMonth = 7,300 requests, measured over 14 days, in place of the stated 90,000,000", line.Certainty.RestsOn);
        Assert.Equal(
            ["api: usage.api.requestsPerMonth = 90,000,000 requests is stated; 7,300 requests were measured over 14 days"], advice.Contradictions.Select(Text));
    }

    [Fact]
    public void Without_metrics_it_says_what_it_does_not_know()
    {
        var advice = Adviser.Of(new([.. Ranking, .. Served.OnInstances("api", "ml.m5.large"), .. Served.Serverless("pricing")], StackUsage.None, PriceBook.BuiltIn, "us-east-1"));

        Assert.Null(advice.MeasuredOver);
        Assert.Equal(
            [
                "ranking: how busy the GPUs of their jobs are, and how much of the memory they use",
                "api: whether anybody calls them, and how much of their instances they use",
                "pricing: how often they are called, and for how long",
            ],
            Own(advice));
    }

    [Fact]
    public void With_metrics_it_says_what_they_do_not_tell()
    {
        PlannedResource[] plan = [.. Ranking, .. Served.OnInstances("api", "ml.m5.large"), .. Served.OnInstances("twice", "ml.m5.large"), .. Served.Serverless("pricing")];
        var cloud = Instances("twice", cpu: 1, memory: 1).Calls("twice-bbbbbbb", 1);

        Assert.Equal(
            [
                "api: how they are used: there are no metrics of 14 days, so either they are not deployed or nothing ran",
                "twice: how they are used: each of twice-aaaaaaa, twice-bbbbbbb may be meant, so no figure is taken; endpoints of two stacks are called alike",
                "pricing: how often they are called: there are no metrics of 14 days, so either nobody called or they are not deployed",
                "ranking: how they use their instances: no job ran in 14 days, as far as CloudWatch tells",
            ],
            Own(Advise("{}", cloud, plan)));
    }

    [Fact]
    public void Metrics_of_larger_instances_than_planned_are_not_used()
    {
        var advice = Advise(RankingUsage, RankingJob(gpu: 80, gpuMemory: 600), Ranking);

        Assert.Empty(advice.Lines);
        Assert.Equal(
            "ranking: how much they use of ml.g5.12xlarge: the jobs of 14 days used more than that has, so they ran on another type",
            Assert.Single(Own(advice)));
    }

    /// <summary>What it says of measuring.</summary>
    private static IEnumerable<string> Own(StackAdvice advice) => advice.NotMeasured.Select(Text);

    private static string Text(Remark unknown) => $"{string.Join(", ", unknown.Resources)}: {unknown.Text}";

    private static CloudMetrics Instances(string name, decimal cpu, decimal memory) =>
        new CloudMetrics().Instances($"{name}-aaaaaaa", values: [("CPUUtilization", cpu), ("MemoryUtilization", memory)]);

    /// <summary>Twenty hours on one host; GPUs and cores count 100 each.</summary>
    private static CloudMetrics RankingJob(decimal gpu, decimal gpuMemory = 40, decimal cpu = 200, decimal memory = 5) => new CloudMetrics().Job(
        "test--ranking--spot-1/algo-1", 0, 20, ("GPUUtilization", gpu), ("GPUMemoryUtilization", gpuMemory), ("CPUUtilization", cpu), ("MemoryUtilization", memory));

    private static StackAdvice Advise(string usage, CloudMetrics metrics, PlannedResource[] plan)
    {
        // So that prices of a Region with a list are taken.
        plan = [.. plan.Select(resource => resource with { Region = "us-east-1" })];
        return Adviser.Of(new(plan, Given.Usage(usage), PriceBook.BuiltIn, "us-east-1", metrics.Use(plan)));
    }
}
