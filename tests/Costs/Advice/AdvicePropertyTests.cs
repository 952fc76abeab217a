using Costs.Advice;

namespace Costs.Tests.Advice;

/// <summary>What holds for advice on any plan.</summary>
public class AdvicePropertyTests
{
    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 80)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void The_total_is_what_the_counted_lines_save_together(int seed)
    {
        var advice = Advise(seed);

        Assert.Equal(advice.Total, advice.Counted.Sum(line => line.Usd()));
        Assert.Equal(advice.Before.Expected - advice.After.Expected, advice.Total);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Before_is_the_estimate_of_the_plan(int seed)
    {
        var (plan, usage) = new RandomHosting(seed).Next();

        Assert.Equal(Given.Estimate(usage, [.. plan]).Total, Advised.Of(plan, usage).Before);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void No_line_saves_nothing_or_less(int seed)
    {
        var advice = Advise(seed);

        Assert.All(
            advice.Lines.Concat(advice.Commitments).Where(line => line.Saving is not AdviceSaving.Unknown), line => Assert.True(line.Usd() > 0, line.What));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Only_known_savings_are_counted(int seed) =>
        Assert.All(Advise(seed).Counted, line => Assert.IsType<AdviceSaving.Known>(line.Saving));

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Nothing_is_counted_twice(int seed)
    {
        var counted = Advise(seed).Counted.SelectMany(line => line.Urns).ToList();

        Assert.Equal(counted.Distinct(), counted);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Every_line_says_all_that_it_has_to(int seed)
    {
        var advice = Advise(seed);

        Assert.All(advice.Lines.Concat(advice.Commitments), line =>
        {
            Assert.NotEmpty(line.Why);
            Assert.NotEmpty(line.Change);
            Assert.NotEmpty(line.Certainty.Surer);
            Assert.NotEmpty(line.Urns);
        });
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void The_order_of_resources_does_not_matter(int seed)
    {
        var (plan, usage) = new RandomHosting(seed).Next();

        var (straight, reversed) = (Advised.Of(plan, usage), Advised.Of([.. plan.Reverse()], usage));

        Assert.Equal(straight.Total, reversed.Total);
        Assert.Equal(straight.Lines.Select(Figures), reversed.Lines.Select(Figures));
        Assert.Equal(straight.Kept.Select(Figures).Order(), reversed.Kept.Select(Figures).Order());
        Assert.Equal(straight.NotKnown.Select(Figures).Order(), reversed.NotKnown.Select(Figures).Order());
    }

    [Fact]
    public void Random_plans_have_advice_of_every_kind_that_is_counted()
    {
        var counted = Enumerable.Range(1, 80).SelectMany(seed => Advise(seed).Counted).Select(line => line.Topic).Distinct().Order();

        Assert.Equal([AdviceTopic.HostingInstance, AdviceTopic.TrainingInstance, AdviceTopic.ServingMode, AdviceTopic.Network], counted);
    }

    private static StackAdvice Advise(int seed)
    {
        var (plan, usage) = new RandomHosting(seed).Next();
        return Advised.Of(plan, usage);
    }

    private static (string, decimal?, string, bool) Figures(AdviceLine line) =>
        (line.What, line.Saving is AdviceSaving.Unknown ? null : line.Usd(), line.Change, line.IsCounted);

    private static string Figures(Remark remark) => $"{string.Join(",", remark.Resources)}: {remark.Text}";
}
