using Costs.Advice;
using Costs.Plan;
using Variant = ResourceViews.Aws.Sagemaker.EndpointConfigurationProductionVariantProps;

namespace Costs.Tests.Advice;

public class ServerlessModeTests
{
    private const string ToServerless = "Serve api serverless instead of on ml.m5.large";
    private const string ToInstance = "Serve api on ml.m5.large instead of serverless";

    /// <summary>With the volume of 30 GB that SageMaker attaches: $733 a month.</summary>
    private static readonly Variant OnCpu = new() { InstanceType = "ml.m5.large", InitialInstanceCount = 1 };
    private static readonly Variant Serverless = new() { ServerlessConfig = new() { MemorySizeInMb = 2048, MaxConcurrency = 20 } };

    [Fact]
    public void Few_calls_cost_less_by_the_call()
    {
        var line = Advised.Of(Advised.Endpoint("api", OnCpu), """{"api": {"requestsPerMonth": 1000, "secondsPerRequest": 1} }""").Line(ToServerless);

        Assert.Equal(733 - (1000 * 0.006m), line.Usd());
        Assert.True(line.IsCounted);
        Assert.Equal(CertaintyLevel.Estimated, line.Certainty.Level);
    }

    [Fact]
    public void The_size_of_the_model_decides_the_memory() => Assert.Equal(
        733 - (1000 * 0.002m),
        Advised.Of(Advised.Endpoint("api", OnCpu, "0.5"), """{"api": {"requestsPerMonth": 1000, "secondsPerRequest": 1} }""").Line(ToServerless).Usd());

    [Fact]
    public void Where_calls_are_not_stated_there_is_a_break_even_instead_of_an_amount()
    {
        var line = Advised.Of(Advised.Endpoint("api", OnCpu)).Line(ToServerless);

        Assert.Equal("requestsPerMonth of api is not stated", Assert.IsType<AdviceSaving.Unknown>(line.Saving).Because);
        Assert.StartsWith("by the call it costs less below 244,333 calls a month of 0.5 s (0.09 a second)", line.Why, StringComparison.Ordinal);
        Assert.Equal(
            Certainty.NeedsFigures("requestsPerMonth and secondsPerRequest under costs:usage.api in Pulumi.test.yaml").Surer, line.Certainty.Surer);
    }

    [Fact]
    public void Many_calls_stay_on_the_instance() => Assert.StartsWith(
        "by the call it costs less below 122,167 calls a month of 1 s",
        Advised.Of(Advised.Endpoint("api", OnCpu), """{"api": {"requestsPerMonth": 200000, "secondsPerRequest": 1} }""").Kept.Remark("api").Text,
        StringComparison.Ordinal);

    [Fact]
    public void A_GPU_is_never_serverless() => Assert.DoesNotContain(
        Advised.Of(Advised.Endpoint("api", OnCpu with { InstanceType = "ml.g5.xlarge" }), """{"api": {"requestsPerMonth": 1} }""").Lines, IsServerless);

    [Fact]
    public void A_model_inside_a_VPC_is_never_serverless() => Assert.DoesNotContain(
        Advised.Of(Advised.Endpoint("api", OnCpu, inVpc: true), """{"api": {"requestsPerMonth": 1} }""").Lines, IsServerless);

    [Fact]
    public void A_model_that_needs_more_than_6_GB_is_never_serverless() => Assert.DoesNotContain(
        Advised.Of(Advised.Endpoint("api", OnCpu, "3"), """{"api": {"requestsPerMonth": 1} }""").Lines, IsServerless);

    [Fact]
    public void Each_of_many_models_can_be_serverless_if_it_may_start_cold()
    {
        var line = Advised.Of(Advised.Endpoint("api", OnCpu, mode: "MultiModel"), """{"api": {"requestsPerMonth": 1000, "secondsPerRequest": 1} }""")
            .Line("Serve each model of api from a serverless endpoint instead of ml.m5.large");

        Assert.Equal(new AdviceSaving.If(727, "each of its models may wait for a cold start"), line.Saving);
    }

    [Fact]
    public void Very_many_calls_cost_less_on_an_instance()
    {
        var line = Advised.Of(Serverlessly(), """{"api": {"requestsPerMonth": 1000000, "secondsPerRequest": 1} }""").Line(ToInstance);

        Assert.Equal((1000000 * 0.002m) - 733, line.Usd());
        Assert.Equal("ml.m5.large", line.InstanceType);
        Assert.Equal("by the call it costs less than on ml.m5.large below 366,500 calls a month of 1 s (0.14 a second)", line.Why);
    }

    [Fact]
    public void As_many_instances_are_counted_as_there_are_calls_at_a_time() => Assert.Equal(
        (20_000_000 * 0.002m) - (4 * 733),
        Advised.Of(Serverlessly(), """{"api": {"requestsPerMonth": 20000000, "secondsPerRequest": 1} }""").Line(ToInstance).Usd());

    [Fact]
    public void Serverless_that_is_cheapest_says_up_to_how_many_calls() => Assert.Equal(
        "by the call it costs less than on ml.m5.large below 366,500 calls a month of 1 s (0.14 a second)",
        Advised.Of(Serverlessly(), """{"api": {"requestsPerMonth": 1000, "secondsPerRequest": 1} }""").Kept.Remark("api").Text);

    [Fact]
    public void Serverless_without_stated_calls_is_compared_by_its_break_even() => Assert.EndsWith(
        "state requestsPerMonth in its usage to have that compared", Advised.Of(Serverlessly()).Kept.Remark("api").Text, StringComparison.Ordinal);

    private static PlannedResource[] Serverlessly() => Advised.Endpoint("api", Serverless);

    private static bool IsServerless(AdviceLine line) => line.What.Contains("serverless", StringComparison.Ordinal);
}
