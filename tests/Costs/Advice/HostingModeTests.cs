using Costs.Advice;
using Variant = ResourceViews.Aws.Sagemaker.EndpointConfigurationProductionVariantProps;

namespace Costs.Tests.Advice;

/// <summary>Fewer instances, none while nobody calls, one for several endpoints.</summary>
public class HostingModeTests
{
    private const string ToZero = "Let api go down to no instance while nobody calls";
    private const string ToOne = "Let api go down to one ml.g5.xlarge in quiet hours instead of 3";

    private static readonly Variant OnGpu = new() { InstanceType = "ml.g5.xlarge", InitialInstanceCount = 1 };
    private static readonly Variant OnCpu = new() { InstanceType = "ml.m5.large", InitialInstanceCount = 1 };

    [Fact]
    public void Instances_that_are_always_there_are_more_than_one_may_need()
    {
        var line = Advised.Of(Advised.Endpoint("api", OnGpu with { InitialInstanceCount = 3 })).Line(ToOne);

        Assert.Equal(2 * 10 * 730, line.Usd());
        Assert.IsType<AdviceSaving.If>(line.Saving);
        Assert.Equal("averageInstances under costs:usage.api in Pulumi.test.yaml", line.Certainty.Surer);
    }

    [Fact]
    public void Where_fewer_are_needed_on_average_the_lower_minimum_is_counted()
    {
        var line = Advised.Of(
            [.. Advised.Endpoint("api", OnGpu with { InitialInstanceCount = 3 }), Advised.Scaling("api", 3, 6)],
            """{"api": {"averageInstances": 1.5} }""").Line(ToOne);

        Assert.Equal(1.5m * 10 * 730, line.Usd());
        Assert.True(line.IsCounted);
        Assert.Equal("set minCapacity in the scalable target of aws:sagemaker/endpoint:Endpoint api to 1", line.Change);
    }

    [Fact]
    public void An_endpoint_that_goes_down_to_one_has_no_such_advice() => Assert.DoesNotContain(
        Advised.Of([.. Advised.Endpoint("api", OnGpu with { InitialInstanceCount = 3 }), Advised.Scaling("api", 1, 6)]).Lines,
        line => line.What == ToOne);

    [Fact]
    public void Few_calls_that_can_wait_need_no_instance_all_month()
    {
        var line = Advised.Of(Advised.Endpoint("api", OnGpu), """{"api": {"requestsPerMonth": 100, "secondsPerRequest": 360} }""").Line(ToZero);

        Assert.Equal((730 - (100 * 0.35m)) * 10, line.Usd());
        Assert.StartsWith("callers can wait some minutes", Assert.IsType<AdviceSaving.If>(line.Saving).Condition, StringComparison.Ordinal);
        Assert.False(line.IsCounted);
    }

    [Fact]
    public void Where_calls_are_not_stated_endpoints_with_the_same_break_even_share_a_line()
    {
        var line = Advised.Of([.. Advised.Endpoint("b", OnGpu), .. Advised.Endpoint("a", OnGpu)])
            .Line("Let a, b go down to no instance while nobody calls");

        Assert.Contains("requestsPerMonth of a, b are not stated", Assert.IsType<AdviceSaving.Unknown>(line.Saving).Because, StringComparison.Ordinal);
        Assert.StartsWith("below 2,918 calls a month of 0.5 s (4 an hour)", line.Why, StringComparison.Ordinal);
        Assert.Equal("requestsPerMonth and secondsPerRequest under costs:usage.a, costs:usage.b in Pulumi.test.yaml", line.Certainty.Surer);
    }

    [Fact]
    public void Calls_that_keep_an_instance_up_all_month_have_no_such_advice() => Assert.DoesNotContain(
        Advised.Of(Advised.Endpoint("api", OnGpu), """{"api": {"requestsPerMonth": 100000} }""").Lines, line => line.What == ToZero);

    [Fact]
    public void Two_endpoints_with_one_container_can_share_instances()
    {
        var advice = Advised.Of([.. Advised.Endpoint("b", OnCpu), .. Advised.Endpoint("a", OnCpu)]);

        var line = advice.Line("Serve a, b from one multi-model endpoint on ml.m5.large");
        Assert.Equal(733, line.Usd());
        Assert.StartsWith("the instances of a carry the traffic of all", Assert.IsType<AdviceSaving.If>(line.Saving).Condition, StringComparison.Ordinal);
        Assert.False(line.IsCounted);
    }

    [Fact]
    public void Large_language_models_on_a_GPU_are_not_merged()
    {
        var advice = Advised.Of([.. Advised.Endpoint("a", OnGpu, "7", Advised.Lmi), .. Advised.Endpoint("b", OnGpu, "7", Advised.Lmi)]);

        Assert.DoesNotContain(advice.Lines, line => line.What.Contains("multi-model", StringComparison.Ordinal));
        Assert.Contains(advice.Kept, remark => remark.Text.Contains("djl-inference on ml.g5.xlarge serves one model", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(Advised.Sklearn, "ml.m5.large", "1.dkr.ecr.test-1.amazonaws.com/xgboost:1", "ml.m5.large")]
    [InlineData(Advised.Sklearn, "ml.m5.large", Advised.Sklearn, "ml.g5.xlarge")]
    public void Another_container_or_another_type_shares_nothing(string image, string type, string otherImage, string otherType) => Assert.DoesNotContain(
        Advised.Of(
        [
            .. Advised.Endpoint("a", OnCpu with { InstanceType = type }, image: image),
            .. Advised.Endpoint("b", OnCpu with { InstanceType = otherType }, image: otherImage),
        ]).Lines,
        line => line.What.Contains("multi-model", StringComparison.Ordinal));
}
