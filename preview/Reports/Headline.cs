using System.Globalization;
using Costs.Estimates;
using Costs.Money;
using Preview.Verdicts;

namespace Preview.Reports;

/// <summary>The verdict in a line, in parts: what stops it, what changes, what it costs, how much of the budget that is.</summary>
internal static class Headline
{
    public static string Of(Verdict verdict) => $"{verdict.Word}: {string.Join("; ", Parts(verdict, name => name))}.";

    /// <param name="verdict">The verdict.</param>
    /// <param name="nameText">How the rendering writes a name that came from elsewhere.</param>
    public static IEnumerable<string> Parts(Verdict verdict, Func<string, string> nameText)
    {
        yield return Count(verdict);
        if (verdict.Run.Diff is { } diff)
        {
            yield return $"{Amounts.Change(diff.Total)} a month against {nameText(verdict.Run.Baseline!.Name)}";
        }

        if (verdict.Run.Estimate is { } estimate)
        {
            yield return $"{(verdict.Run.Diff is null ? "" : "now ")}{Amounts.Total(estimate.Total)} a month{NotPriced(estimate)}";
        }

        if (verdict.Budget is { } budget)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"{budget.Share * 100:0}% of the budget {nameText(budget.Name)} ({Usd.Text(budget.Limit)})");
        }
    }

    /// <summary>What is not priced never looks like nothing.</summary>
    private static string NotPriced(Estimate estimate) => estimate.WithGaps.Count() is > 0 and var gaps
        ? $" plus what is not priced of {Summary.Plural(gaps, "resource")}"
        : "";

    private static string Count(Verdict verdict) => verdict.Outcome switch
    {
        Outcome.Failed => Summary.Plural(verdict.Failures.Count(), "error"),
        Outcome.Blocked => Summary.Plural(verdict.Blocking.Length, "mandatory violation"),
        _ when verdict.NothingChanges => "nothing changes",
        _ => "nothing blocks",
    };
}
