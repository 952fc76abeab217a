using Preview.CommandLine;
using Preview.Reports;
using Preview.Tests.Runs;

namespace Preview.Tests.Reports;

public class ExplainReportTests
{
    [Fact]
    public async Task A_figure_is_quantity_times_price_with_source_date_confidence_and_assumption()
    {
        var text = await ExplainAsync("recommendations-g5-xlarge");

        Assert.Contains("$1,171.84 – $2,456.64 – $4,255.36 a month", text, StringComparison.Ordinal);
        Assert.Contains("  Hosting instances (ml.g5.xlarge)  (inference)\n", text, StringComparison.Ordinal);
        Assert.Contains("    expected  1,642.5 instance-hours × $1.408 = $2,312.64\n", text, StringComparison.Ordinal);
        Assert.Contains("    floor     730 instance-hours × $1.408 = $1,027.84\n", text, StringComparison.Ordinal);
        Assert.Contains("    ceiling   2,920 instance-hours × $1.408 = $4,111.36\n", text, StringComparison.Ordinal);
        Assert.Contains("    price     Exact, S1 of 2026-09-22 (", text, StringComparison.Ordinal);
        Assert.Contains("us-east-1/sagemaker/instances/ml.g5.xlarge/prices/hosting/usdPerHour\n", text, StringComparison.Ordinal);
        Assert.Contains("    stated    usage.recommendations.averageInstances = 2.25 instances\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_component_stands_for_all_that_is_in_it()
    {
        var text = await ExplainAsync("recommendations");

        Assert.StartsWith("recommendations  ml:hosting:RealtimeEndpoint\n", text, StringComparison.Ordinal);
        Assert.Contains("recommendations-g5-xlarge  aws:sagemaker/endpoint:Endpoint\n", text, StringComparison.Ordinal);
        Assert.Contains("    IAM is free (", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_resource_is_found_by_its_URN()
    {
        var lines = (await PreviewedStack.Prod).Estimate!.Lines.Where(line => line.Urn.Length > 0);

        foreach (var line in lines)
        {
            Assert.StartsWith($"{line.Name}  {line.Type}\n", await ExplainAsync(line.Urn), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Tiers_of_what_belongs_to_the_whole_stack_are_shown() =>
        Assert.Contains("    tiers     100 × $0.00 + 10,240 × $0.09 + 9,660 × $0.085, shared by all of the Region\n", await ExplainAsync("stack"), StringComparison.Ordinal);

    [Fact]
    public async Task A_discount_says_where_it_comes_from()
    {
        var text = await ExplainAsync("foundation");

        Assert.Contains("    factor    spot saves", text, StringComparison.Ordinal);
        Assert.Contains("    default   reworkPercent =", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_not_priced_says_why()
    {
        var result = await PreviewedStack.Prod;
        var lines = result.Estimate!.Lines;
        var gap = new Costs.Estimates.Gap(Costs.Estimates.GapKind.NoPrice, "Hosting instances", "there is no such price.");
        var estimate = result.Estimate with { Lines = [lines[0] with { Name = "odd", FreeBecause = null, Gaps = [gap] }, .. lines[1..]] };

        var text = ExplainReport.Of(result with { Savings = result.Savings! with { After = estimate } }, lines[0].Urn, new(IsOn: false));

        Assert.Contains("  Not in the total: Hosting instances: there is no such price.\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_name_gets_candidates()
    {
        var fault = await Assert.ThrowsAsync<UserErrorException>(() => ExplainAsync("forecast"));

        Assert.Contains("Did you mean forecasts?", fault.Message, StringComparison.Ordinal);
        Assert.Contains("These cost something: ", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_of_several_resources_gets_their_URNs()
    {
        var result = await PreviewedStack.Prod;
        var lines = result.Estimate!.Lines;
        var priced = lines.Where(line => line.Components.Length > 0 && line.Urn.Length > 0).Take(2).Select(line => line with { Name = "twin" }).ToArray();
        var estimate = result.Estimate with { Lines = [.. priced] };

        var fault = Assert.Throws<UserErrorException>(() =>
            ExplainReport.Of(result with { Savings = result.Savings! with { After = estimate } }, "twin", new(IsOn: false)));

        Assert.All(priced, line => Assert.Contains($"\n  {line.Urn}", fault.Message, StringComparison.Ordinal));
    }

    private static async Task<string> ExplainAsync(string resource) =>
        ExplainReport.Of(await PreviewedStack.Prod, resource, new(IsOn: false));
}
