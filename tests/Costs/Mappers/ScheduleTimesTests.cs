using Costs.Mappers.Orchestration;

namespace Costs.Tests.Mappers;

public class ScheduleTimesTests
{
    [Theory]
    [InlineData("rate(1 hour)", 730)]
    [InlineData("rate(5 minutes)", 8760)]
    [InlineData("rate(2 days)", 15.2083)]
    [InlineData("cron(0 6 * * ? *)", 30.4167)]
    [InlineData("cron(0 0 ? * MON-FRI *)", 21.7262)]
    [InlineData("cron(0 6 ? * MON *)", 4.3452)]
    [InlineData("cron(0 9-17 ? * 2-6 *)", 195.5357)]
    [InlineData("cron(0/15 * * * ? *)", 2920)]
    [InlineData("cron(0 8,20 * * ? *)", 60.8333)]
    [InlineData("cron(0 0 1 1,7 ? *)", 0.1635)]
    [InlineData("cron(0 0 L * ? *)", 0.9812)]
    public void An_expression_comes_due_so_often(string expression, decimal times) =>
        Assert.Equal(times, ScheduleTimes.PerMonth(expression)!.Expected, 4);

    [Fact]
    public void A_single_time_comes_due_once() => Assert.Equal(1, ScheduleTimes.PerMonth("at(2030-01-01T00:00:00)")!.Ceiling);

    [Theory]
    [InlineData("hourly")]
    [InlineData("rate(0 hours)")]
    [InlineData("rate(1 fortnight)")]
    [InlineData("cron(0 0)")]
    [InlineData("cron(0 5-1 * * ? *)")]
    public void What_is_no_expression_has_no_times(string expression) => Assert.Null(ScheduleTimes.PerMonth(expression));

    [Fact]
    public void An_unknown_expression_is_not_known_yet() => Assert.False(ScheduleTimes.PerMonth(Known<string>.Unknown)!.IsKnown);
}
