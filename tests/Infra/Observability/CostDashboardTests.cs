using System.Text.Json.Nodes;
using Infra.Hosting;
using Infra.Tests.Builders;

namespace Infra.Tests.Observability;

public class CostDashboardTests
{
    [Fact]
    public async Task A_stack_has_none_unless_asked() =>
        Assert.Empty((await DeployedStack.Of(Valid.Stack)).All("aws:cloudwatch/dashboard:Dashboard"));

    [Fact]
    public async Task Everything_that_costs_money_has_a_row()
    {
        var titles = (await Widgets(Valid.Everything)).Select(widget => (string?)widget["properties"]!["title"]).OfType<string>().ToArray();

        Assert.StartsWith("SageMaker, US dollars", titles[0]);
        Assert.All(
            (string[])["ranking: GPUUtilization", "markets: models found in memory", "search: CPU", "reports: requests that wait", "pricing: cold starts"],
            part => Assert.Contains(titles, title => title.StartsWith(part, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Jobs_are_found_by_what_their_names_begin_with()
    {
        var gpu = (await Widgets(Valid.Everything)).First(widget => ((string?)widget["properties"]!["title"])?.StartsWith("ranking:", StringComparison.Ordinal) == true);

        Assert.Contains(
            "(Host=test-ranking-spot OR Host=test-ranking-full)", (string?)gpu["properties"]!["metrics"]![0]![0]!["expression"]);
    }

    [Fact]
    public async Task Spend_is_looked_for_where_the_bill_has_its_metric() =>
        Assert.Equal("us-east-1", (string?)(await Widgets(Valid.Stack))[1]["properties"]!["region"]);

    [Fact]
    public async Task Widgets_lie_side_by_side_on_24_columns_and_never_over_each_other()
    {
        var widgets = await Widgets(Valid.Everything);

        Assert.All(widgets, widget => Assert.InRange((int)widget["x"]! + (int)widget["width"]!, 1, 24));
        Assert.Equal(widgets.Length, widgets.Select(widget => ((int)widget["x"]!, (int)widget["y"]!)).Distinct().Count());
    }

    [Fact]
    public async Task An_endpoint_is_found_by_its_physical_name_and_its_variant()
    {
        var invocations = (await Widgets(Valid.Everything))
            .Single(widget => (string?)widget["properties"]!["title"] == "pricing: invocations a minute")["properties"]!["metrics"]![0]!.AsArray();

        Assert.Equal(
            ["AWS/SageMaker", "Invocations", "EndpointName", "pricing-1234567", "VariantName", Variant.Name],
            invocations.Select(part => (string)part!));
    }

    private static async Task<JsonNode[]> Widgets(StackSettings settings)
    {
        var dashboard = (await DeployedStack.Of(settings with { Dashboard = true })).Single("aws:cloudwatch/dashboard:Dashboard");
        return [.. JsonNode.Parse((string)dashboard["dashboardBody"]!)!["widgets"]!.AsArray().Select(widget => widget!)];
    }
}
