using System.Text;
using Costs.Comparison;
using Preview.Baselines;
using Preview.CommandLine;
using Preview.Reports;
using Preview.Tests.Runs;
using Preview.Verdicts;

namespace Preview.Tests.Baselines;

/// <summary>What --json saved is read back to the last digit.</summary>
public class BaselineFileTests
{
    private const string Minimal = """{"schemaVersion": 1, "project": "p", "stack": "s", "resources": [], "cost": {"resources": []}}""";

    [Fact]
    public async Task A_saved_preview_is_its_own_equal()
    {
        var result = await PreviewedStack.Prod;

        var saved = Read(JsonReport.Of(Judge.Of(result))).Costs!;

        Assert.Equal(result.Estimate!.Total, saved.Total);
        Assert.Equal(result.Estimate.Lines.Select(line => (line.Urn, line.Monthly, line.Status)), saved.Resources.Select(one => (one.Urn, one.Monthly, one.Status)));
        Assert.Empty(CostDiff.Between(saved, CostSheet.Of(result.Estimate)).Changes);

        static Baseline Read(ReadOnlyMemory<byte> utf8) => BaselineFile.Read(utf8, "base.json", "sagemaker-infra", "prod");
    }

    [Fact]
    public void A_mark_of_the_encoding_does_no_harm() => Assert.Empty(Read("\uFEFF" + Minimal).Costs!.Resources);

    [Fact]
    public void A_preview_that_failed_is_no_base()
    {
        var baseline = Read(Minimal.Replace("""{"resources": []}""", "null", StringComparison.Ordinal));

        Assert.Null(baseline.Costs);
        Assert.Contains("had failed", baseline.WhyNone, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("not what --json prints: it is no JSON: it goes wrong in line 1. Save it anew", "nonsense")]
    [InlineData("not what --json prints: the document is a list; accepted is an object.", "[]")]
    [InlineData("not what --json prints: schemaVersion is missing; accepted is a whole number.", """{"a": 1}""")]
    [InlineData("schemaVersion is 1.5; accepted is a whole number.", """{"schemaVersion": 1.5}""")]
    [InlineData("stack is null; accepted is a text.", """{"schemaVersion": 1, "project": "p", "stack": null}""")]
    [InlineData("cost is missing; accepted is an object.", """{"schemaVersion": 1, "project": "p", "stack": "s"}""")]
    [InlineData("cost.resources is missing; accepted is a list.", """{"schemaVersion": 1, "project": "p", "stack": "s", "cost": {}}""")]
    [InlineData("cost.resources[0].status is \"odd\"; accepted is one of priced, free,", """{"schemaVersion": 1, "project": "p", "stack": "s", "cost": {"resources": [{"urn": "u", "name": "n", "status": "odd", "components": []}]}}""")]
    [InlineData("resources[0].custom is 3; accepted is true or false.", """{"schemaVersion": 1, "project": "p", "stack": "s", "resources": [{"custom": 3}], "cost": {"resources": []}}""")]
    [InlineData("has the schemaVersion 2, expected 1", """{"schemaVersion": 2, "project": "p", "stack": "s", "cost": null}""")]
    [InlineData("is a preview of p/dev, expected p/s", """{"schemaVersion": 1, "project": "p", "stack": "dev", "cost": null}""")]
    public void What_is_no_preview_of_the_stack_is_refused(string expected, string text) =>
        Assert.Contains(expected, Assert.Throws<UserErrorException>(() => Read(text)).Message, StringComparison.Ordinal);

    private static Baseline Read(string text) => BaselineFile.Read(Encoding.UTF8.GetBytes(text), "base.json", "p", "s");
}
