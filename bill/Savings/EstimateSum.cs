using Bill.Classification;
using Costs.Money;

namespace Bill.Savings;

/// <summary>Adds up what a strategy saves, line by line.</summary>
internal sealed class EstimateSum
{
    private readonly SortedSet<string> assumptions = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, decimal> notEstimated = new(StringComparer.Ordinal);
    private decimal saved;
    private decimal of;

    /// <summary>A line costs so much with the strategy.</summary>
    /// <remarks>A line that would cost more stays as it is.</remarks>
    public void Add(BillLine line, decimal usdWith, params IEnumerable<string> because)
    {
        if (usdWith >= line.Usd)
        {
            Skip(line, "the strategy saves nothing there");
            return;
        }

        saved += line.Usd - usdWith;
        of += line.Usd;
        assumptions.UnionWith(because);
    }

    /// <summary>A line cannot be estimated.</summary>
    public void Skip(BillLine line, string why)
    {
        if (line.Usd > 0)
        {
            notEstimated[why] = notEstimated.GetValueOrDefault(why) + line.Usd;
        }
    }

    public Saving As(string strategy, string title) => new(
        strategy, title, saved, of, [.. assumptions], [.. notEstimated.Select(entry => $"{Usd.Text(entry.Value)}: {entry.Key}")]);
}
