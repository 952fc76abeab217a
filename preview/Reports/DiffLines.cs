using System.Globalization;
using Costs.Comparison;
using Costs.Estimates;
using Costs.Money;
using Preview.Baselines;
using Preview.Engine;

namespace Preview.Reports;

/// <summary>A comparison for people: what changed, and the total.</summary>
internal static class DiffLines
{
    private const int MostChanges = 40;

    public static IEnumerable<string> Of(Baseline baseline, CostDiff? diff)
    {
        if (diff is null)
        {
            yield return $"There is no base to compare with: {baseline.WhyNone} All of the cost is new.";
            yield break;
        }

        var shown = diff.Changes.Take(MostChanges).ToArray();
        var width = shown.Select(change => change.Name.Length).Append("total".Length).Max();
        foreach (var change in shown)
        {
            foreach (var line in Lines(Mark(change.Kind), change.Name.PadRight(width), Text(change.Before, "new"), Text(change.After, "gone"), change))
            {
                yield return line;
            }
        }

        if (diff.Changes.Length > MostChanges)
        {
            yield return $"and {Summary.Plural(diff.Changes.Length - MostChanges, "more change")} (--json lists all)";
        }

        if (diff.Changes.IsEmpty)
        {
            yield return "Nothing that is priced changes.";
        }

        var (before, after) = (diff.Before.Total, diff.After.Total);
        yield return $"  {"total".PadRight(width)}  {Usd.Text(before.Expected)} → {Usd.Text(after.Expected)}  {Change(diff.Total.Expected, before.Expected)}";
        foreach (var line in Bounds(width, before, after, diff.Total))
        {
            yield return line;
        }
    }

    /// <summary>For example +$12.00 (+4.5%); without a percentage where there was nothing before.</summary>
    public static string Change(decimal difference, decimal before) => before == 0 || difference == 0
        ? Amounts.Signed(difference)
        : string.Create(CultureInfo.InvariantCulture, $"{Amounts.Signed(difference)} ({difference / before * 100:+0.0;-0.0;0.0}%)");

    private static IEnumerable<string> Lines(string mark, string name, string before, string after, ResourceChange change)
    {
        var type = change.Urn.Length == 0 ? "" : $"  {ResourceTree.ShortType(Urn.TypeOf(change.Urn))}";
        yield return $"{mark} {name}  {before} → {after}  {Change(change.Difference.Expected, change.Before?.Monthly.Expected ?? 0)}{type}";
        foreach (var line in Bounds(name.Length, change.Before?.Monthly ?? Cost.Zero, change.After?.Monthly ?? Cost.Zero, change.Difference))
        {
            yield return line;
        }
    }

    /// <summary>Floor and ceiling, where they say more than what is expected.</summary>
    private static IEnumerable<string> Bounds(int indent, Cost before, Cost after, CostDifference difference)
    {
        if (!before.IsFixed || !after.IsFixed)
        {
            yield return $"  {new string(' ', indent)}  floor {Usd.Text(before.Floor)} → {Usd.Text(after.Floor)} ({Amounts.Signed(difference.Floor)}), "
                + $"ceiling {Usd.Text(before.Ceiling)} → {Usd.Text(after.Ceiling)} ({Amounts.Signed(difference.Ceiling)})";
        }
    }

    private static string Text(ResourceCost? side, string whenNone) => side switch
    {
        null => whenNone,
        { Status: LineStatus.Priced or LineStatus.Free } => Usd.Text(side.Monthly.Expected),
        { Status: LineStatus.PartlyPriced } => $"{Usd.Text(side.Monthly.Expected)} and what is not priced",
        _ => "not priced",
    };

    private static string Mark(ChangeKind kind) => kind switch
    {
        ChangeKind.Added => "+",
        ChangeKind.Removed => "-",
        _ => "~",
    };
}
