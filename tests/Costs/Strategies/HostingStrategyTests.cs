using Costs.Plan;
using ResourceViews.Aws.AppAutoScaling;
using ResourceViews.Aws.Sagemaker;
using Config = ResourceViews.Aws.Sagemaker.EndpointConfigurationProps;
using Variant = ResourceViews.Aws.Sagemaker.EndpointConfigurationProductionVariantProps;

namespace Costs.Tests.Strategies;

/// <summary>What strategies for endpoints save, with round prices; nothing where they are not at work.</summary>
public class HostingStrategyTests
{
    /// <summary>One ml.m5.large with the volume of 30 GB that SageMaker attaches.</summary>
    private const decimal InstanceMonth = 730 + (30 * 0.1m);

    [Fact]
    public void Autoscaling_saves_what_the_busiest_hour_would_take_all_month()
    {
        const string Usage = """{"api": {"averageInstances": 1.5}}""";

        Assert.Equal((4 - 1.5m) * InstanceMonth, Saved("autoscaling", Usage, Endpoint(max: 4)));
        Assert.Equal(0, Saved("autoscaling", "{}", Endpoint(max: null)));
        Assert.Equal(0, Saved("autoscaling", Usage, Endpoint(max: 1)));
    }

    [Fact]
    public void A_queue_is_compared_with_one_instance_that_never_sleeps()
    {
        const string Usage = """{"api": {"averageInstances": 0.25}}""";

        Assert.Equal(0.75m * InstanceMonth, Saved("asyncInference", Usage, Endpoint(max: 4, min: 0, isAsync: true)));
        Assert.Equal(0, Saved("autoscaling", Usage, Endpoint(max: 4, min: 0, isAsync: true)));
    }

    [Fact]
    public void A_busy_queue_is_compared_with_the_instances_that_work_through_it()
    {
        const string Usage = """{"api": {"averageInstances": 2.5}}""";

        Assert.Equal(0.5m * InstanceMonth, Saved("asyncInference", Usage, Endpoint(max: 4, min: 0, isAsync: true)));
    }

    [Fact]
    public void Models_that_share_instances_would_have_an_endpoint_each()
    {
        const string Usage = """{"api": {"without": {"endpoints": 6}}}""";

        Assert.Equal(5 * InstanceMonth, Saved("multiModelEndpoints", Usage, Endpoint(isMultiModel: true)));
        Assert.Equal(0, Saved("multiModelEndpoints", Usage, Endpoint()));
    }

    [Fact]
    public void Autoscaling_of_shared_instances_and_sharing_them_are_two_savings()
    {
        const string Usage = """{"api": {"averageInstances": 1, "without": {"endpoints": 6}}}""";

        var savings = Given.Savings(Usage, Endpoint(max: 2, isMultiModel: true));

        Assert.Equal((1 * InstanceMonth, 4 * InstanceMonth), (savings.Of("autoscaling"), savings.Of("multiModelEndpoints")));
    }

    [Fact]
    public void A_right_sized_endpoint_had_larger_instances()
    {
        const string Usage = """{"api": {"without": {"instanceType": "ml.g5.xlarge"}}}""";

        Assert.Equal(7300 - InstanceMonth, Saved("rightSizing", Usage, Endpoint()));
    }

    [Fact]
    public void Calls_are_compared_with_an_instance_that_waits_for_them()
    {
        const string Usage = """{"api": {"requestsPerMonth": 1000, "secondsPerRequest": 1, "without": {"instanceType": "ml.m5.large"}}}""";

        Assert.Equal(InstanceMonth - (1000 * 0.002m), Saved("serverless", Usage, Serverless()));
        Assert.Equal(0, Saved("serverless", Usage, Endpoint()));
    }

    [Fact]
    public void Calls_that_nobody_counted_are_no_saving() =>
        Assert.Equal(0, Saved("serverless", """{"api": {"without": {"instanceType": "ml.m5.large"}}}""", Serverless()));

    [Fact]
    public void A_strategy_whose_before_nobody_stated_is_named_and_saves_nothing()
    {
        var savings = Given.Savings("""{"api": {"requestsPerMonth": 1000}}""", Serverless());

        Assert.Empty(savings.Strategies);
        Assert.Equal("serverless inference (api): state without.instanceType in its usage.", Assert.Single(savings.NotCounted));
    }

    private static decimal Saved(string strategy, string usage, params PlannedResource[] plan) =>
        Given.Savings(usage, plan).Of(strategy);

    private static PlannedResource[] Endpoint(int? max = null, int min = 1, bool isAsync = false, bool isMultiModel = false)
    {
        var model = Planned.Resource("api", new ModelProps
        {
            PrimaryContainer = new() { Mode = isMultiModel ? "MultiModel" : "SingleModel" },
        });
        var configuration = Configuration(new() { InstanceType = "ml.m5.large", InitialInstanceCount = 1 });
        PlannedResource[] endpoint =
        [
            model,
            Planned.Resource("api", isAsync ? configuration with { AsyncInferenceConfig = new() { ClientConfig = new() } } : configuration)
                .From("productionVariants", model),
            Planned.Resource("api", new EndpointProps { Name = "api", EndpointConfigName = "api" }),
        ];
        return max is null ? endpoint : [.. endpoint, Planned.Resource("api", new TargetProps
        {
            MinCapacity = min,
            MaxCapacity = max,
            ResourceId = "endpoint/api/variant/main",
            ScalableDimension = "sagemaker:variant:DesiredInstanceCount",
        })];
    }

    private static PlannedResource[] Serverless() =>
    [
        Planned.Resource("api", new EndpointProps { EndpointConfigName = "api" }),
        Planned.Resource("api", Configuration(new() { ServerlessConfig = new() { MemorySizeInMb = 2048, MaxConcurrency = 1 } })),
    ];

    private static Config Configuration(Variant variant) => new() { Name = "api", ProductionVariants = [variant] };
}
