using System.Text;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using Interop;
using Preview.Engine;
using Preview.Policies;
using Preview.Reports;
using Preview.Reports.Html;
using Preview.Reports.Sarif;
using Preview.Tests.Builders;
using Preview.Verdicts;

namespace Preview.Tests.Reports;

/// <summary>Reports for code scanning, CI systems, GitHub and browsers: well formed whatever is in the plan.</summary>
public class MachineReportTests
{
    /// <summary>What each of the formats gives a meaning to, and what none may hold.</summary>
    private const string Hostile = "a\"'<script>alert(1)</script>]]>&amp;|`@x%0A::error::,\u0000\u001b\u202e\r\n::warning::--> \ud800";

    private static readonly RegisteredResource Lab = Plans.Notebook("lab");

    private static Verdict Everything => Plans.Verdict(
        [Lab],
        [
            Plans.Finding(Lab), Plans.Finding(Lab, FindingKind.Advisory), Plans.Finding(Lab, FindingKind.CannotTellYet),
            Findings.Of(
                new() { PolicyName = "small-notebooks", Message = "exempt until 2027-01-01, owner: ml-platform, reason: a migration\nit is large" },
                Lab.Urn) with { Pack = "sample" },
        ]);

    private static Verdict AllHostile => Plans.Verdict(
        [Plans.Notebook(Hostile)],
        [Plans.Finding(Plans.Notebook(Hostile), message: Hostile) with { Policy = Hostile, Pack = Hostile, Description = Hostile }]);

    [SkippableFact]
    public async Task Sarif_is_valid()
    {
        foreach (var verdict in new[] { Everything, AllHostile, Plans.Verdict([Lab]) })
        {
            var complaints = await NodeTools.ComplaintsAboutSarifAsync(Encoding.UTF8.GetString(SarifReport.Of(verdict).Span));

            // A page about the tool: there is none.
            Assert.DoesNotContain(complaints, complaint => !complaint.StartsWith("warning SARIF2005", StringComparison.Ordinal));
        }
    }

    [SkippableFact]
    public async Task The_validator_finds_what_is_wrong()
    {
        var document = Encoding.UTF8.GetString(SarifReport.Of(Everything).Span).Replace("\"ruleIndex\": 0", "\"ruleIndex\": 7", StringComparison.Ordinal);

        Assert.Contains(await NodeTools.ComplaintsAboutSarifAsync(document), complaint => complaint.StartsWith("error ", StringComparison.Ordinal));
    }

    [Fact]
    public void Sarif_has_a_result_for_each_finding_and_suppresses_what_is_exempt()
    {
        var results = Results(Everything);

        Assert.Equal(["error", "warning", "note", "warning"], results.Select(result => (string)result!["level"]!));
        Assert.Equal("a migration (until 2027-01-01, owner: ml-platform)", (string)results[3]!["suppressions"]![0]!["justification"]!);
        Assert.Equal(4, results.Select(result => (string)result!["partialFingerprints"]!["primaryLocationLineHash"]!).Distinct().Count());
    }

    [Fact]
    public void A_result_is_at_the_line_of_source_or_else_at_the_stack_file()
    {
        var unplaced = Plans.Run([Lab], [Plans.Finding(Lab)]);
        var placed = unplaced with { Places = ImmutableDictionary<string, SourcePlace>.Empty.Add(Lab.Urn, new("infra/My lab.cs", 31)) };

        var (line, file) = (Results(Judge.Of(placed))[0]!, Results(Judge.Of(unplaced))[0]!);

        Assert.Equal(("infra/My%20lab.cs", 31), PlaceOf(line));
        Assert.Equal(("Pulumi.dev.yaml", 1), PlaceOf(file));
        Assert.Equal(line["partialFingerprints"]!.ToJsonString(), file["partialFingerprints"]!.ToJsonString());
    }

    [Fact]
    public void JUnit_has_a_case_for_each_policy_and_fails_what_blocks()
    {
        var suite = XDocument.Parse(Encoding.UTF8.GetString(JUnitReport.Of(Everything).Span)).Root!.Elements("testsuite").Last();

        var one = Assert.Single(suite.Elements("testcase"));
        Assert.Equal("small-notebooks", one.Attribute("name")!.Value);
        Assert.StartsWith("lab (aws:sagemaker:NotebookInstance): instanceType is ml.t3.medium", one.Element("failure")!.Attribute("message")!.Value, StringComparison.Ordinal);
        Assert.Contains("exempt: lab", one.Element("system-out")!.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void JUnit_says_why_until_when_and_on_whose_account_something_is_exempt()
    {
        var report = XDocument.Parse(Encoding.UTF8.GetString(JUnitReport.Of(Everything).Span));

        Assert.EndsWith(
            " Accepted: a migration (until 2027-01-01, owner: ml-platform)",
            Assert.Single(report.Descendants("system-out")).Value.Split('\n').Single(line => line.StartsWith("exempt: ", StringComparison.Ordinal)),
            StringComparison.Ordinal);
    }

    [Fact]
    public void JUnit_skips_what_cannot_be_told_yet()
    {
        var report = XDocument.Parse(Encoding.UTF8.GetString(JUnitReport.Of(Plans.Verdict([Lab], [Plans.Finding(Lab, FindingKind.CannotTellYet)])).Span));

        Assert.Single(report.Descendants("skipped"));
        Assert.Empty(report.Descendants("failure"));
    }

    [Fact]
    public void Hostile_names_leave_xml_and_pages_well_formed_and_start_no_markup()
    {
        var junit = XDocument.Parse(Encoding.UTF8.GetString(JUnitReport.Of(AllHostile).Span));
        var page = XDocument.Parse(HtmlReport.Of(AllHostile));

        Assert.Contains(junit.Descendants("testcase"), one => one.Attribute("name")!.Value.Contains("<script>", StringComparison.Ordinal));
        Assert.Empty(page.Descendants("script"));
        Assert.Contains(page.Descendants("code"), code => code.Value.Contains("<script>alert(1)", StringComparison.Ordinal));
        Assert.DoesNotContain('\u202e', page.ToString());
    }

    [Fact]
    public void A_page_loads_nothing_and_allows_its_own_style_only()
    {
        var page = XDocument.Parse(HtmlReport.Of(Everything));

        var hash = Convert.ToBase64String(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(page.Descendants("style").Single().Value)));
        Assert.Contains(
            page.Descendants("meta"),
            meta => meta.Attribute("content")?.Value.StartsWith($"default-src 'none'; style-src 'sha256-{hash}'", StringComparison.Ordinal) == true);
        Assert.DoesNotContain(page.Descendants().Attributes(), attribute => attribute.Name.LocalName is "src" or "style" || attribute.Name.LocalName.StartsWith("on", StringComparison.Ordinal));
        Assert.DoesNotContain(page.Descendants(), element => element.Name.LocalName is "script" or "link" or "img" or "iframe" or "object");
    }

    [Fact]
    public void A_page_has_charts_and_tables_that_say_what_they_show()
    {
        var page = XDocument.Parse(HtmlReport.Of(Everything));

        Assert.Equal(["categories-title", "resources-title", "policies-title"], page.Descendants("svg").Attributes("aria-labelledby").Select(id => id.Value));
        Assert.All(page.Descendants("table"), table => Assert.NotNull(table.Element("caption")));
        Assert.All(page.Descendants("th"), heading => Assert.NotNull(heading.Attribute("scope")));
        Assert.All(page.Descendants("details"), folded => Assert.Equal("summary", folded.Elements().First().Name.LocalName));
        Assert.All(page.Descendants("table"), table => Assert.Equal("0", table.Parent!.Attribute("tabindex")!.Value));
    }

    [Fact]
    public void Annotations_are_one_line_each_whatever_a_name_holds()
    {
        var lines = GitHubAnnotations.Of(AllHostile).Split('\n', StringSplitOptions.RemoveEmptyEntries);

        var line = Assert.Single(lines);
        Assert.StartsWith("::error file=Pulumi.dev.yaml,line=1,title=dev%3A a", line, StringComparison.Ordinal);
        Assert.Equal(2, line.Split("::error")[1].Split("::")[0].Count(character => character == ','));
        Assert.DoesNotContain('\r', line);
    }

    [Fact]
    public void An_annotation_says_why_until_when_and_on_whose_account_something_is_exempt()
    {
        var lines = GitHubAnnotations.Of(Everything).Split('\n', StringSplitOptions.RemoveEmptyEntries);

        var notice = Assert.Single(lines, line => line.StartsWith("::notice ", StringComparison.Ordinal));
        Assert.EndsWith(" Accepted: a migration (until 2027-01-01, owner: ml-platform)", notice, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(10, 10, "::error file=Pulumi.dev.yaml,line=1,title=dev%3A small-notebooks::")]
    [InlineData(11, 10, "::error file=Pulumi.dev.yaml,line=1,title=Not all is shown::and 2 more")]
    public void There_are_no_more_annotations_than_GitHub_takes(int findings, int expected, string last)
    {
        var lines = GitHubAnnotations.Of(Plans.Verdict([Lab], Enumerable.Repeat(Plans.Finding(Lab), findings))).Split('\n', StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal(expected, lines.Length);
        Assert.StartsWith(last, lines[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void The_job_summary_gets_the_comment_where_GitHub_asks_for_it()
    {
        var file = Path.GetTempFileName();
        try
        {
            JobSummary.Append(Everything, name => name == "GITHUB_STEP_SUMMARY" ? file : null);
            JobSummary.Append(Everything, _ => null);

            Assert.Single(File.ReadAllLines(file), line => line.StartsWith("<!-- offline-preview orders/dev -->", StringComparison.Ordinal));
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static JsonArray Results(Verdict verdict) => JsonNode.Parse(SarifReport.Of(verdict).Span)!["runs"]![0]!["results"]!.AsArray();

    private static (string File, int Line) PlaceOf(JsonNode result)
    {
        var place = result["locations"]![0]!["physicalLocation"]!;
        return ((string)place["artifactLocation"]!["uri"]!, (int)place["region"]!["startLine"]!);
    }
}
