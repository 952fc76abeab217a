using Policies.Governance;
using ResourceViews.Aws.CostExplorer;
using Native = ResourceViews.AwsNative.Ce;

namespace Policies.Tests.Governance;

public class AnomalyCoherentTests
{
    private static readonly AnomalyCoherent Policy = new();

    [Theory]
    [InlineData("IMMEDIATE", "SNS", null)]
    [InlineData("DAILY", "EMAIL", null)]
    [InlineData("WEEKLY", "EMAIL", null)]
    [InlineData("IMMEDIATE", "EMAIL", "Use SNS, or another frequency.")]
    [InlineData("DAILY", "SNS", "Use EMAIL, or IMMEDIATE.")]
    public void How_often_decides_to_whom(string frequency, string type, string? advice)
    {
        foreach (var verdict in (Verdict[])
            [
                Policy.On(new AnomalySubscriptionProps { Frequency = frequency, Subscribers = [new() { Type = type }] }),
                Policy.On(new Native.AnomalySubscriptionProps { Frequency = frequency, Subscribers = [new() { Type = type }] }),
            ])
        {
            if (advice is null)
                verdict.ShouldBeCompliant();
            else
                Assert.EndsWith(advice, verdict.Violation());
        }
    }

    [Fact]
    public void What_decides_and_is_not_known_yet_is_unknown()
    {
        Policy.On(new AnomalySubscriptionProps { Frequency = Known<string>.Unknown }).ShouldBeUnknown("frequency");
        Policy.On(new AnomalySubscriptionProps { Frequency = "DAILY", Subscribers = [new() { Type = Known<string>.Unknown }] })
            .ShouldBeUnknown("subscribers[0].type");
        Policy.On(new AnomalySubscriptionProps { Frequency = "DAILY", Subscribers = ViewList<AnomalySubscriptionSubscriberProps>.Unknown })
            .ShouldBeUnknown("subscribers");
        Policy.On(new AnomalyMonitorProps { MonitorType = Known<string>.Unknown }).ShouldBeUnknown("monitorType");
        Policy.On(new AnomalyMonitorProps { MonitorType = "DIMENSIONAL", MonitorDimension = Known<string>.Unknown }).ShouldBeUnknown("monitorDimension");
        Policy.On(Threshold(Known<string>.Unknown, "GREATER_THAN_OR_EQUAL")).ShouldBeUnknown("thresholdExpression.dimension.key");
        Policy.On(InText("DAILY", Known<string>.Unknown)).ShouldBeUnknown("thresholdExpression");
    }

    [Fact]
    public void A_monitor_says_what_it_watches()
    {
        Policy.On(new AnomalyMonitorProps { MonitorType = "DIMENSIONAL", MonitorDimension = "SERVICE" }).ShouldBeCompliant();
        Policy.On(new AnomalyMonitorProps { MonitorType = "CUSTOM", MonitorSpecification = "{}" }).ShouldBeCompliant();
        Assert.Contains("monitorDimension is not set", Policy.On(new AnomalyMonitorProps { MonitorType = "DIMENSIONAL" }).Violation());
        Assert.Contains("monitorSpecification is not set", Policy.On(new AnomalyMonitorProps { MonitorType = "CUSTOM" }).Violation());
        Assert.Contains("monitorDimension is not set", Policy.On(new Native.AnomalyMonitorProps { MonitorType = "DIMENSIONAL" }).Violation());
    }

    [Theory]
    [InlineData("SERVICE", true)]
    [InlineData("COST_CATEGORY", true)]
    [InlineData("INSTANCE_TYPE", false)]
    public void It_watches_a_dimension_that_AWS_watches(string dimension, bool isCompliant) => Assert.Equal(
        isCompliant, Policy.On(new AnomalyMonitorProps { MonitorType = "DIMENSIONAL", MonitorDimension = dimension }).IsCompliant);

    [Fact]
    public void A_threshold_compares_the_impact_with_what_it_is_at_least()
    {
        Policy.On(Threshold("ANOMALY_TOTAL_IMPACT_PERCENTAGE", "GREATER_THAN_OR_EQUAL")).ShouldBeCompliant();
        Assert.Contains(
            "thresholdExpression.dimension.key is SERVICE, and a threshold takes ANOMALY_TOTAL_IMPACT_ABSOLUTE or",
            Policy.On(Threshold("SERVICE", "GREATER_THAN_OR_EQUAL")).Violation());
        Assert.Contains(
            "thresholdExpression.dimension.matchOptions is EQUALS, and a threshold takes GREATER_THAN_OR_EQUAL",
            Policy.On(Threshold("ANOMALY_TOTAL_IMPACT_ABSOLUTE", "EQUALS")).Violation());
        Assert.Contains("thresholdExpression.ors[1].dimension.key is SERVICE", Policy.On(new AnomalySubscriptionProps
        {
            Frequency = "DAILY",
            ThresholdExpression = new()
            {
                Ors =
                [
                    new() { Dimension = new() { Key = "ANOMALY_TOTAL_IMPACT_ABSOLUTE", MatchOptions = KnownList.Create<string>(["GREATER_THAN_OR_EQUAL"]) } },
                    new() { Dimension = new() { Key = "SERVICE", MatchOptions = KnownList.Create<string>(["GREATER_THAN_OR_EQUAL"]) } },
                ],
            },
        }).Violation());
    }

    [Fact]
    public void A_threshold_of_aws_native_is_text()
    {
        const string Right = """{"Dimensions":{"Key":"ANOMALY_TOTAL_IMPACT_ABSOLUTE","MatchOptions":["GREATER_THAN_OR_EQUAL"],"Values":["100"]}}""";
        Policy.On(InText("DAILY", Right)).ShouldBeCompliant();
        Assert.Contains(
            "thresholdExpression.And[0].Dimensions.Key is SERVICE",
            Policy.On(InText("DAILY", $$"""{"And":[{{Right.Replace("ANOMALY_TOTAL_IMPACT_ABSOLUTE", "SERVICE")}}]}""")).Violation());
        Assert.Contains("thresholdExpression is not valid JSON", Policy.On(InText("DAILY", "{")).Violation());
    }

    private static Native.AnomalySubscriptionProps InText(string frequency, Known<string> threshold) =>
        new() { Frequency = frequency, ThresholdExpression = threshold };

    private static AnomalySubscriptionProps Threshold(Known<string> key, string match) => new()
    {
        Frequency = "DAILY",
        ThresholdExpression = new() { Dimension = new() { Key = key, MatchOptions = KnownList.Create<string>([match]) } },
    };
}
