using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using CsCheck;
using Preview.Engine;
using Preview.Policies;
using Preview.Reports.Markdown;
using Preview.Tests.Builders;
using Preview.Verdicts;

namespace Preview.Tests.Reports;

/// <summary>The comment on a pull request: its order, and that it stays one whatever is in the plan.</summary>
public class MarkdownReportTests
{
    [Fact]
    public void What_decides_comes_first_and_is_never_folded()
    {
        ImmutableArray<RegisteredResource> resources =
        [
            .. Enumerable.Range(0, 20).Select(number => Plans.Notebook($"lab-{number}")), Plans.Resource("other:index:Thing", "thing"),
        ];

        var comment = MarkdownReport.Of(Plans.Verdict(
            resources,
            [
                Plans.Finding(resources[0]), Plans.Finding(resources[1], FindingKind.Advisory), Plans.Finding(resources[2], FindingKind.CannotTellYet),
                Findings.Of(
                    new() { PolicyName = "small-notebooks", Message = "exempt until 2027-01-01, owner: ml-platform, reason: a migration\nit is large" },
                    resources[3].Urn),
            ],
            before: []));

        AssertInOrder(
            comment,
            "<!-- offline-preview orders/dev -->", "**⛔ Blocked**", "**1 mandatory violation**", "#### What blocks (1)", "#### What changes",
            "<details><summary>6 more changes</summary>", "<details><summary>1 warning</summary>", "<details><summary>1 exemption</summary>",
            "<details><summary>Not checked before deployment (1)</summary>", "<details><summary>Not priced, so not in the total (1)",
            "<details><summary>Assumptions", "<details><summary>Full breakdown");
        Assert.Contains("| 2027-01-01 | ml-platform | a migration |", comment, StringComparison.Ordinal);
        Assert.True(comment.IndexOf("<details>", StringComparison.Ordinal) > comment.IndexOf("#### What changes", StringComparison.Ordinal));
    }

    [Fact]
    public void The_first_line_has_the_change_the_new_total_and_the_share_of_the_budget()
    {
        var budget = Plans.Resource(
            "aws:budgets/budget:Budget", "monthly", ("budgetType", "COST"), ("timeUnit", "MONTHLY"), ("limitAmount", "100"), ("limitUnit", "USD"));

        var comment = MarkdownReport.Of(Plans.Verdict([Plans.Notebook("lab", "ml.t3.large"), budget], before: [Plans.Notebook("lab"), budget]));

        Assert.Matches(
            @"^\*\*✅ Passed\*\* <code>dev</code> · \*\*nothing blocks\*\* · \+\$8\.80 \(\$0\.00 – \+\$8\.80 – \+\$36\.50\) a month against "
                + @"<code>main \(3f2a1bc\)</code> · now \$18\.30 \(\$0\.70 – \$18\.30 – \$73\.70\) a month · 18% of the budget <code>monthly</code> \(\$100\.00\)$",
            comment.Split('\n')[1]);
    }

    [Fact]
    public void Where_nothing_changes_there_is_one_line()
    {
        var comment = MarkdownReport.Of(Plans.Verdict([Plans.Notebook("lab")], before: [Plans.Notebook("lab")]));

        Assert.Equal(2, comment.TrimEnd().Split('\n').Length);
        Assert.Contains("**nothing changes**", comment, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_nothing_changes_what_is_exempt_is_listed_all_the_same()
    {
        var lab = Plans.Notebook("lab");
        var exempt = Findings.Of(
            new() { PolicyName = "small-notebooks", Message = "exempt until 2027-01-01, owner: ml-platform, reason: a migration\nit is large" }, lab.Urn);

        var comment = MarkdownReport.Of(Plans.Verdict([lab], [exempt], before: [lab]));

        AssertInOrder(comment, "**nothing changes**", "<details><summary>1 exemption</summary>", "| 2027-01-01 | ml-platform | a migration |");
    }

    [Fact]
    public void What_cannot_be_told_yet_says_what_makes_it_known()
    {
        const string Message = "can't run policy 'small-notebooks' during preview: value at .size can't be known during preview\nKnown once lab is deployed.";
        var lab = Plans.Notebook("lab");

        var comment = MarkdownReport.Of(Plans.Verdict([lab], [Plans.Finding(lab, FindingKind.CannotTellYet, Message)]));

        Assert.Contains("known during preview. Known once lab is deployed.", comment, StringComparison.Ordinal);
    }

    [Fact]
    public void The_largest_changes_are_the_ones_that_are_seen()
    {
        var comment = MarkdownReport.Of(Plans.Verdict(
            [.. Enumerable.Range(0, 30).Select(number => Plans.Resource("aws:iam/role:Role", $"role-{number}")), Plans.Notebook("lab")], before: []));

        var seen = comment[..comment.IndexOf("<details>", StringComparison.Ordinal)];
        Assert.Equal(15, Regex.Count(seen, "^\\| create ", RegexOptions.Multiline));
        Assert.Contains("<code>lab</code>", seen, StringComparison.Ordinal);
        Assert.Contains("<details><summary>16 more changes</summary>", comment, StringComparison.Ordinal);
    }

    [Fact]
    public void A_stack_of_2000_resources_fits_and_is_written_within_a_second()
    {
        var verdict = Large(2000, number => $"{Names.Hostile}{number}");
        MarkdownReport.Of(verdict);
        var clock = Stopwatch.StartNew();

        var comment = MarkdownReport.Of(verdict);

        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(1), $"{clock.Elapsed}");
        AssertWhole(comment);
        Assert.Matches(@"\| and 1,\d\d\d more \|", comment);
    }

    [Fact]
    public void Whatever_things_are_called_and_however_many_there_are_no_table_is_cut() =>
        Gen.Select(Gen.Int[0, 700], Names.Any.Array[1, 8]).Sample((count, names) =>
            AssertWhole(MarkdownReport.Of(Large(count, number => $"{names[number % names.Length]}{number}"))), iter: 20, threads: 1);

    [Fact]
    public void Rows_that_are_worth_least_go_first_and_are_counted()
    {
        var few = new Section("head\n", [.. Enumerable.Range(0, 10).Select(number => $"| first {number} |")], 10, "\n", 1);
        var many = new Section("head\n", [.. Enumerable.Range(0, 100).Select(number => $"| second {number} |")], 100, "\n", 1);

        var text = ByteBudget.Fit([few, many], 500);

        Assert.True(Encoding.UTF8.GetByteCount(text) <= 500);
        Assert.Equal(10, Regex.Count(text, "first"));
        var kept = Regex.Count(text, "second");
        Assert.Contains(string.Create(CultureInfo.InvariantCulture, $"| and {100 - kept} more |"), text, StringComparison.Ordinal);
        Assert.Contains($"second {kept - 1} |", text, StringComparison.Ordinal);
    }

    private static Verdict Large(int count, Func<int, string> name)
    {
        ImmutableArray<RegisteredResource> resources =
            [.. Enumerable.Range(0, count).Select(number => number % 3 == 0 ? Plans.Resource("x:y:Z", name(number)) : Plans.Notebook(name(number)))];
        return Plans.Verdict(
            resources, resources.Select((resource, index) => Plans.Finding(resource, (FindingKind)(index % 4), message: $"{resource.Name} is wrong. Do it.")));
    }

    private static void AssertWhole(string comment)
    {
        Assert.True(Encoding.UTF8.GetByteCount(comment) <= ByteBudget.Comment);
        Assert.Equal(Regex.Count(comment, "<details>"), Regex.Count(comment, "</details>"));
        Assert.Equal(1, Regex.Count(comment, "<!--"));
        var columns = 0;
        foreach (var line in comment.Split('\n'))
        {
            var cells = line.Count(character => character == '|');
            Assert.True(cells == 0 || columns == 0 || cells == columns, line);
            columns = cells;
        }
    }

    private static void AssertInOrder(string text, params ReadOnlySpan<string> parts)
    {
        var at = 0;
        foreach (var part in parts)
        {
            var found = text.IndexOf(part, at, StringComparison.Ordinal);
            Assert.True(found >= 0, $"{part} does not follow in\n{text}");
            at = found;
        }
    }

    private static class Names
    {
        public const string Hostile = "x|y`z<b>@octocat\n</details>| --- |";

        public static Gen<string> Any { get; } = Gen.OneOf(Gen.Const(Hostile), Gen.String[1, 40], Gen.Const(new string('漢', 2000)));
    }
}
