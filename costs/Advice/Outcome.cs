using Costs.Estimates;

namespace Costs.Advice;

/// <summary>What an alternative does to the cost of the resources that it changes.</summary>
internal sealed record Outcome(ImmutableArray<(EstimateLine Before, EstimateLine After)> Lines)
{
    /// <summary>USD a month, less than nothing where it costs more; null where the two cannot be compared.</summary>
    public decimal? Usd => WhyNotKnown is null ? Lines.Sum(line => line.Before.Monthly.Expected - line.After.Monthly.Expected) : null;

    /// <summary>Why the two cannot be compared; null where they can.</summary>
    public string? WhyNotKnown => Lines.Select(WhyNot).FirstOrDefault(reason => reason is not null);

    /// <summary>The components that are not the same before and after.</summary>
    public IEnumerable<PricedComponent> Changed => Lines.SelectMany(line => Others(line.Before, line.After).Concat(Others(line.After, line.Before)));

    /// <summary>What that costs in a month which is not the same afterwards.</summary>
    public decimal UsdBefore => Lines.Sum(line => Others(line.Before, line.After).Sum(component => component.Monthly.Expected));

    private static IEnumerable<PricedComponent> Others(EstimateLine line, EstimateLine beside) =>
        line.Components.Where(component => !beside.Components.Any(
            other => other.Name == component.Name && other.Monthly == component.Monthly));

    /// <summary>Something is missing from one of the two, or the very thing that changes is not in either.</summary>
    private static string? WhyNot((EstimateLine Before, EstimateLine After) line)
    {
        var (before, after) = (line.Before.Gaps, line.After.Gaps);
        var news = after.Where(gap => !before.Any(other => other.Name == gap.Name))
            .Concat(before.Where(gap => !after.Any(other => other.Name == gap.Name)))
            .FirstOrDefault();
        return news?.Reason.TrimEnd('.');
    }
}
