using Costs.Estimates;
using Costs.Money;

namespace Preview.Reports;

/// <summary>An estimate for people: a line for each category, the total, and what is not in it.</summary>
internal static class CostLines
{
    private const int MostGaps = 12;

    public static IEnumerable<string> Of(Estimate estimate)
    {
        (string Name, Cost Cost)[] rows =
        [
            .. Enum.GetValues<CostCategory>().Select(category => (NameOf(category), estimate.In(category))).Where(row => row.Item2 != Cost.Zero),
            ("total", estimate.Total),
        ];
        var width = rows.Max(row => row.Name.Length);
        foreach (var (name, cost) in rows)
        {
            yield return $"{name.PadRight(width)}  {cost}";
        }

        yield return $"Priced: {estimate.Coverage}";
        foreach (var region in estimate.Regions)
        {
            yield return region.PricesAsOf is { } date
                ? $"Prices: {region.Region}, list of {date}"
                : $"Prices: none for {region.Region}, so nothing there is priced";
        }

        var gaps = GapsOf(estimate);
        foreach (var gap in gaps.Take(MostGaps))
        {
            yield return $"Not in the total: {gap}";
        }

        if (gaps.Length > MostGaps)
        {
            yield return $"Not in the total: and {Summary.Plural(gaps.Length - MostGaps, "more item")} (--json lists all)";
        }

        foreach (var unused in estimate.UnusedUsage)
        {
            yield return $"Usage: {unused}";
        }
    }

    public static string NameOf(CostCategory category) => category switch
    {
        CostCategory.Training => "training",
        CostCategory.Inference => "inference",
        CostCategory.Storage => "storage",
        CostCategory.DataTransfer => "data transfer",
        _ => "other",
    };

    /// <summary>One line a resource: what it would take to price it, or why it cannot be.</summary>
    public static string[] GapsOf(Estimate estimate) =>
    [
        .. estimate.WithGaps.Select(line => $"{(line.Name.Length > 0 ? line.Name : "the stack")}: {string.Join("; ", Reasons(line))}")
            .Distinct(StringComparer.Ordinal),
    ];

    private static IEnumerable<string> Reasons(EstimateLine line)
    {
        string[] keys = [.. line.Gaps.SelectMany(gap => gap.UsageKeys).Distinct(StringComparer.Ordinal)];
        if (keys.Length > 0)
        {
            yield return $"depends on its use: state {string.Join(", ", keys)} under usage{PerRun(line)}";
        }

        foreach (var gap in line.Gaps.Where(gap => gap.UsageKeys.IsEmpty))
        {
            yield return gap.ToString();
        }
    }

    private static string PerRun(EstimateLine line) => line.PerRun is { } run ? $"; a run costs {run}" : "";
}
