using System.Collections.Immutable;
using System.Globalization;
using System.Xml.Linq;
using Costs.Comparison;
using Costs.Estimates;
using Costs.Money;
using Preview.Verdicts;

namespace Preview.Reports.Html;

/// <summary>What the verdict looks like.</summary>
internal static class Charts
{
    /// <summary>Resources in a chart; the table below it has all.</summary>
    private const int MostResources = 20;

    /// <summary>What the plan costs by category, beside the base or else beside the same work without the strategies.</summary>
    public static XElement? ByCategory(Verdict verdict)
    {
        if (verdict.Run.Estimate is not { } estimate)
        {
            return null;
        }

        var now = CostSheet.Of(estimate);
        var (before, name) = verdict.Run.Baseline?.Costs is { } costs ? (costs, $"before, {verdict.Run.Baseline.Name}")
            : verdict.Run.Savings is { Strategies.IsEmpty: false } savings ? (CostSheet.Of(savings.Before), "without what saves")
            : (null, "");
        var categories = Enum.GetValues<CostCategory>()
            .Where(category => now.In(category) != Cost.Zero || (before?.In(category) ?? Cost.Zero) != Cost.Zero)
            .ToImmutableArray();
        if (categories.IsEmpty)
        {
            return null;
        }

        const int Row = 48;
        var scale = Scale.UpTo(categories.Max(category => Math.Max(now.In(category).Expected, before?.In(category).Expected ?? 0)), Chart.AxisLength);
        return Chart.Figure(
            "categories", "Cost a month by category, as expected", categories.Length * Row, scale,
            categories.SelectMany((category, index) => Rows(category, index * Row)),
            before is null ? [("now", "this plan")] : [("before", name), ("now", "this plan")],
            HtmlTable.Of(
                "Cost a month by category",
                before is null ? ["Category", ">This plan"] : ["Category", $">{Sentence(name)}", ">This plan", ">Change"],
                categories.Select(category => (ImmutableArray<object?>)(before is null
                    ? [CostLines.NameOf(category), now.In(category).ToString()]
                    :
                    [
                        CostLines.NameOf(category), before.In(category).ToString(), now.In(category).ToString(),
                        Amounts.Change(CostDifference.Between(before.In(category), now.In(category))),
                    ]))));

        IEnumerable<XElement> Rows(CostCategory category, int top)
        {
            yield return Chart.Label(CostLines.NameOf(category), top + 28);
            if (before is not null)
            {
                yield return Chart.Bar(0, top + 6, scale.At(before.In(category).Expected), 15, "before");
                yield return Chart.Value(Usd.Text(before.In(category).Expected), scale.At(before.In(category).Expected), top + 18);
            }

            yield return Chart.Bar(0, top + 25, scale.At(now.In(category).Expected), 15, "now");
            yield return Chart.Value(Usd.Text(now.In(category).Expected), scale.At(now.In(category).Expected), top + 37);
        }
    }

    /// <summary>What each resource costs at the least, as expected and at the most.</summary>
    public static XElement? ByResource(Verdict verdict)
    {
        var priced = (verdict.Run.Estimate?.Lines ?? [])
            .Where(line => line.Monthly != Cost.Zero)
            .OrderByDescending(line => line.Monthly.Expected).ThenByDescending(line => line.Monthly.Ceiling).ThenBy(line => line.Urn, StringComparer.Ordinal)
            .ToImmutableArray();
        if (priced.IsEmpty)
        {
            return null;
        }

        const int Row = 26;
        var shown = priced.Take(MostResources).ToImmutableArray();
        var scale = Scale.UpTo(shown.Max(line => line.Monthly.Ceiling), Chart.AxisLength);
        var more = priced.Length > shown.Length ? $", the {shown.Length.ToString(CultureInfo.InvariantCulture)} largest" : "";
        return Chart.Figure(
            "resources", $"Cost a month by resource: floor – expected – ceiling{more}", shown.Length * Row, scale,
            shown.SelectMany((line, index) => Rows(line, index * Row)),
            [("range", "floor to ceiling"), ("now", "expected")],
            HtmlTable.Of(
                "Cost a month by resource",
                ["Resource", "Type", ">Floor", ">Expected", ">Ceiling"],
                priced.Select(line => (ImmutableArray<object?>)
                [
                    NameOf(line), ResourceTree.ShortType(line.Type), Usd.Text(line.Monthly.Floor), Usd.Text(line.Monthly.Expected), Usd.Text(line.Monthly.Ceiling),
                ])));

        IEnumerable<XElement> Rows(EstimateLine line, int top)
        {
            var (floor, expected, ceiling) = (scale.At(line.Monthly.Floor), scale.At(line.Monthly.Expected), scale.At(line.Monthly.Ceiling));
            yield return Chart.Label(NameOf(line), top + 17);
            yield return Chart.Bar(floor, top + 10, ceiling - floor, 6, "range");
            yield return Chart.Bar(expected - 2, top + 5, 5, 16, "now");
            yield return Chart.Value(line.Monthly.ToString(), Math.Max(ceiling, expected + 3), top + 17);
        }
    }

    /// <summary>How often each policy speaks, and how heavily.</summary>
    public static XElement? ByPolicy(Verdict verdict)
    {
        ImmutableArray<(string Class, string Text, ImmutableArray<JudgedFinding> Findings)> kinds =
        [
            ("blocking", "blocks", verdict.Blocking), ("warning", "warns", verdict.Warnings),
            ("unknown", "cannot tell yet", verdict.CannotTellYet), ("exempt", "exempt", verdict.Exemptions),
            ("known", "known", verdict.Known),
        ];
        var policies = verdict.Findings.Select(judged => judged.Finding.Policy).Distinct(StringComparer.Ordinal)
            .Select(policy => (Name: policy, Counts: kinds.Select(kind => kind.Findings.Count(judged => judged.Finding.Policy == policy)).ToImmutableArray()))
            .ToImmutableArray();
        if (policies.IsEmpty)
        {
            return null;
        }

        const int Row = 26;
        var largest = policies.Max(policy => policy.Counts.Sum());
        return Chart.Figure(
            "policies", "Findings by policy", policies.Length * Row, scale: null,
            policies.SelectMany((policy, index) => Rows(policy.Name, policy.Counts, index * Row)),
            [.. kinds.Where(kind => !kind.Findings.IsEmpty).Select(kind => (kind.Class, kind.Text))],
            HtmlTable.Of(
                "Findings by policy",
                ["Policy", .. kinds.Select(kind => $">{Sentence(kind.Text)}")],
                policies.Select(policy => (ImmutableArray<object?>)[Element.Code(policy.Name), .. policy.Counts.Cast<object?>()])));

        IEnumerable<XElement> Rows(string name, ImmutableArray<int> counts, int top)
        {
            yield return Chart.Label(name, top + 17);
            var x = 0m;
            foreach (var (kind, count) in kinds.Zip(counts).Where(pair => pair.Second > 0))
            {
                var width = Math.Round((decimal)count / largest * Chart.AxisLength, 1);
                yield return Chart.Bar(x, top + 5, width - 2, 16, kind.Class);
                x += width;
            }

            var words = kinds.Zip(counts).Where(pair => pair.Second > 0).Select(pair => string.Create(CultureInfo.InvariantCulture, $"{pair.Second} {pair.First.Text}"));
            yield return Chart.Value(string.Join(", ", words), x, top + 17);
        }
    }

    private static string NameOf(EstimateLine line) => line.Name.Length == 0 ? Changes.WholeStack : line.Name;

    private static string Sentence(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
