using System.Globalization;
using Costs.Estimates;
using Costs.Money;

namespace Preview.Reports;

/// <summary>What the strategies save, for people: a line for each, and what is not counted.</summary>
internal static class SavingLines
{
    private const int MostNotCounted = 6;

    /// <summary>For example "$27,767.16 of $46,827.57, 59%".</summary>
    public static string Sum(Savings savings) => string.Create(
        CultureInfo.InvariantCulture,
        $"{Usd.Text(savings.Usd)} of {Usd.Text(savings.Before.Total.Expected)}, {savings.Share * 100:0}%");

    public static IEnumerable<string> Of(Savings savings)
    {
        var width = savings.Strategies.Select(strategy => strategy.Title.Length).DefaultIfEmpty().Max();
        var amounts = savings.Strategies.Select(strategy => Usd.Text(strategy.Usd)).ToArray();
        var amountWidth = amounts.Select(amount => amount.Length).DefaultIfEmpty().Max();
        foreach (var (strategy, amount) in savings.Strategies.Zip(amounts))
        {
            yield return $"{strategy.Title.PadRight(width)}  {amount.PadLeft(amountWidth)}";
        }

        foreach (var strategy in savings.NotCounted.Take(MostNotCounted))
        {
            yield return $"Not counted: {strategy}";
        }

        if (savings.NotCounted.Length > MostNotCounted)
        {
            yield return $"Not counted: and {Summary.Plural(savings.NotCounted.Length - MostNotCounted, "more item")} (--json lists all)";
        }
    }
}
