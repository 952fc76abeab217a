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
        Policy.On(new AnomalyMonitorProps { MonitorType = Known<string>.Unknown }).ShouldBeUnknown("monitorType");
    }

    [Fact]
    public void A_monitor_says_what_it_watches()
    {
        Policy.On(new AnomalyMonitorProps { MonitorType = "DIMENSIONAL", MonitorDimension = "SERVICE" }).ShouldBeCompliant();
        Policy.On(new AnomalyMonitorProps { MonitorType = "CUSTOM", MonitorSpecification = "{}" }).ShouldBeCompliant();
        Assert.Contains("monitorDimension is not set", Policy.On(new AnomalyMonitorProps { MonitorType = "DIMENSIONAL" }).Violation());
        Assert.Contains("monitorSpecification is not set", Policy.On(new AnomalyMonitorProps { MonitorType = "CUSTOM" }).Violation());
    }
}
