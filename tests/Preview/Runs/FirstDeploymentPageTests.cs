using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Preview.Tests.Runs;

/// <summary>
/// docs/first-deployment.md says of the cost of dev what the preview says. Run with UPDATE_DOCS=1 to write its table anew.
/// </summary>
public class FirstDeploymentPageTests
{
    /// <summary>Of an average month.</summary>
    private const decimal Days = 365m / 12;

    private static readonly string Page = Path.Combine(Built.Root, "docs", "first-deployment.md");

    [Fact]
    public async Task The_cost_of_dev_is_what_the_preview_says()
    {
        var run = (await PreviewProcess.RunAsync(Built.Root, "dev", "--json")).Ended(0);
        var month = JsonNode.Parse(run.Output)!["cost"]!["perMonth"]!;
        decimal[] figures = [.. new[] { "floor", "expected", "ceiling" }.Select(bound => (decimal)month[bound]!)];
        var table = string.Join('\n',
            "| dev | at the least | expected | at the most |",
            "| --- | --- | --- | --- |",
            $"| a day | {string.Join(" | ", figures.Select(figure => Usd(figure / Days)))} |",
            $"| a month | {string.Join(" | ", figures.Select(Usd))} |");

        var written = (await File.ReadAllTextAsync(Page)).ReplaceLineEndings("\n");
        var block = new Regex(@"(<!-- cost of dev -->\n).*?(<!-- end of cost -->)", RegexOptions.Singleline);
        var expected = block.Replace(written, match => $"{match.Groups[1]}{table}\n{match.Groups[2]}");
        if (Environment.GetEnvironmentVariable("UPDATE_DOCS") == "1")
        {
            await File.WriteAllTextAsync(Page, expected);
        }
        else
        {
            Assert.Equal(expected, written);
        }
    }

    private static string Usd(decimal amount) => amount.ToString("'$'0.00", CultureInfo.InvariantCulture);
}
