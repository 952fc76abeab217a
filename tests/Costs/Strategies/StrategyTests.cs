using Costs.Estimates;
using Costs.Plan;
using ResourceViews.Aws.Ec2;
using ResourceViews.Aws.S3;
using ResourceViews.Aws.Sagemaker;
using ResourceViews.Aws.Sfn;
using Rule = ResourceViews.Aws.S3.BucketLifecycleConfigurationRuleProps;

namespace Costs.Tests.Strategies;

/// <summary>What strategies for jobs, notebooks, buckets and traffic save, with round prices; nothing where they are not at work.</summary>
public class StrategyTests
{
    [Fact]
    public void A_job_on_demand_is_neither_interrupted_nor_cheaper()
    {
        const string Usage = """{"job": {"hoursPerRun": 10, "runsPerMonth": 1}}""";

        // 10 h at 10, against 11 h (10% of them twice) at 4.
        Assert.Equal(100 - 44, Saved("spotTraining", Usage, Job(spot: true)));
        Assert.Equal(0, Saved("spotTraining", Usage, Job(spot: false)));
    }

    [Fact]
    public void A_right_sized_job_is_compared_at_on_demand_prices_and_with_its_former_hours()
    {
        const string Usage = """
            {"job": {"hoursPerRun": 10, "runsPerMonth": 1, "without": {"instanceType": "ml.m5.large", "hoursPerRun": 300}}}
            """;

        // 300 h at 1, against 10 h at 10; and that against 11 h at 4.
        Assert.Equal(300 - 100, Saved("rightSizing", Usage, Job(spot: true)));
        Assert.Equal(100 - 44, Saved("spotTraining", Usage, Job(spot: true)));
    }

    [Fact]
    public void Without_another_instance_type_nothing_was_right_sized() =>
        Assert.Equal(0, Saved("rightSizing", """{"job": {"hoursPerRun": 10, "runsPerMonth": 1}}""", Job(spot: true)));

    [Fact]
    public void A_notebook_that_something_stops_saves_the_hours_it_ran_before()
    {
        const string Usage = """{"lab": {"hoursPerMonth": 100, "without": {"hoursPerMonth": 730}}}""";

        Assert.Equal(630, Saved("idleShutdown", Usage, Notebook("idle")));
        Assert.Equal(0, Saved("idleShutdown", Usage, Notebook(null)));
    }

    [Fact]
    public void A_notebook_had_a_larger_instance_and_volume()
    {
        const string Usage = """
            {"lab": {"hoursPerMonth": 100, "without": {"instanceType": "ml.g5.xlarge", "volumeGb": 200}}}
            """;

        var saving = Assert.Single(Given.Savings(Usage, Notebook(null)).Strategies);

        Assert.Equal(((10 - 1) * 100, (200 - 50) * 0.1m), (saving.In(CostCategory.Training), saving.In(CostCategory.Storage)));
    }

    [Fact]
    public void What_expires_would_pile_up()
    {
        const string Usage = """{"data": {"ingestGbPerMonth": 100, "keepMonths": 12, "without": {"keepMonths": 6}}}""";

        Assert.Equal((600 - 100) * 0.1m, Saved("lifecycleExpire", Usage, Bucket(new Rule { Expiration = new() { Days = 30 } })));
        Assert.Equal(0, Saved("lifecycleExpire", Usage, Bucket(null)));
    }

    [Theory]
    [InlineData("lifecycleArchive", "GLACIER")]
    [InlineData("intelligentTiering", "INTELLIGENT_TIERING")]
    public void What_moves_would_stay_in_Standard(string strategy, string storageClass)
    {
        const string Usage = """{"data": {"storedGb": 500, "frequentPercent": 0}}""";

        var savings = Given.Savings(Usage, Bucket(new Rule { Transitions = [new() { Days = 0, StorageClass = storageClass }] }));

        Assert.Equal(strategy, Assert.Single(savings.Strategies).Name);
        Assert.Equal(500 * 0.1m, savings.Before.Total.Expected);
        Assert.Empty(Given.Savings(Usage, Bucket(null)).Strategies);
    }

    [Fact]
    public void Storage_that_only_grows_is_compared_with_nothing()
    {
        var savings = Given.Savings(
            """{"data": {"ingestGbPerMonth": 100}}""",
            Bucket(new Rule { Transitions = [new() { Days = 90, StorageClass = "GLACIER" }] }));

        Assert.Empty(savings.Strategies);
    }

    [Fact]
    public void Traffic_that_an_endpoint_takes_would_pass_through_NAT()
    {
        const string Usage = """{"s3": {"processedGbPerMonth": 1000}}""";

        Assert.Equal(100, Saved(
            "gatewayEndpoint", Usage, Planned.Resource("s3", new VpcEndpointProps { VpcEndpointType = "Gateway" })));
        // Less two zones at 0.01 an hour and 0.01 for each GB.
        Assert.Equal(100 - 14.6m - 10, Saved(
            "interfaceEndpoint", Usage,
            Planned.Resource("s3", new VpcEndpointProps { VpcEndpointType = "Interface", SubnetIds = ["a", "b"] })));
    }

    [Fact]
    public void Traffic_that_nobody_stated_is_named()
    {
        var savings = Given.Savings("{}", Planned.Resource("s3", new VpcEndpointProps { VpcEndpointType = "Gateway" }));

        Assert.Equal("gateway endpoint instead of NAT (s3): state processedGbPerMonth in its usage.", Assert.Single(savings.NotCounted));
    }

    [Theory]
    [InlineData("aws-sdk:sagemaker:listEndpoints", 2 * 730 * 10)]
    [InlineData("aws-sdk:s3:listBuckets", 0)]
    public void Endpoints_that_a_sweep_removed_would_still_run(string call, decimal expected)
    {
        var sweeper = Planned.Resource("sweeper", new StateMachineProps
        {
            Definition = $$"""{"States": {"List": {"Type": "Task", "Resource": "arn:aws:states:::{{call}}"} } }""",
        });

        Assert.Equal(expected, Saved(
            "deleteUnused",
            """{"sweeper": {"runsPerMonth": 4, "without": {"endpoints": 2, "instanceType": "ml.g5.xlarge"}}}""", sweeper));
    }

    [Fact]
    public void A_former_type_without_a_price_is_named_and_keeps_nothing_else_from_being_counted()
    {
        const string Usage = """
            {"job": {"hoursPerRun": 10, "runsPerMonth": 1, "without": {"instanceType": "ml.none.large"}},
             "lab": {"hoursPerMonth": 100, "without": {"instanceType": "ml.g5.xlarge"}}}
            """;

        var savings = Given.Savings(Usage, Job(spot: false), Notebook(null));

        Assert.Equal("lab", Assert.Single(Assert.Single(savings.Strategies).Resources));
        Assert.StartsWith(
            "right-sized instances (job): its cost without it cannot be compared.", Assert.Single(savings.NotCounted),
            StringComparison.Ordinal);
    }

    private static decimal Saved(string strategy, string usage, params PlannedResource[] plan) =>
        Given.Savings(usage, plan).Of(strategy);

    private static PlannedResource Job(bool spot) => Planned.Resource("job", new TrainingJobProps
    {
        ResourceConfig = new() { InstanceType = "ml.g5.xlarge", InstanceCount = 1 },
        EnableManagedSpotTraining = spot,
    });

    private static PlannedResource Notebook(string? lifecycle)
    {
        var notebook = new NotebookInstanceProps { InstanceType = "ml.m5.large", VolumeSize = 50 };
        return Planned.Resource("lab", lifecycle is null ? notebook : notebook with { LifecycleConfigName = lifecycle });
    }

    private static PlannedResource[] Bucket(Rule? rule)
    {
        var bucket = Planned.Resource("data", new BucketProps { BucketName = "data" });
        return rule is { } applied
            ? [bucket, Planned.Resource("data", new BucketLifecycleConfigurationProps
            {
                Bucket = "data",
                Rules = [applied with { Status = "Enabled" }],
            })]
            : [bucket];
    }
}
