using Policies.Money;

namespace Policies.Tests.Money;

public sealed class StackPricesTests : IDisposable
{
    private const string Setting = "sagemaker-guardrails:priceList";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory();

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void A_list_that_the_settings_name_is_used()
    {
        var list = Write("""{"schemaVersion": "1.0", "region": "eu-central-1", "currency": "USD", "sources": {} }""");

        Assert.Contains("eu-central-1", StackPrices.Of(Labs.Stack((Setting, list))).Book!.Regions);
        Assert.DoesNotContain("eu-central-1", StackPrices.Of(Labs.Stack()).Book!.Regions);
    }

    [Fact]
    public void A_list_that_cannot_be_used_is_what_a_policy_on_costs_says()
    {
        var verdict = Assert.Single(PolicyTest.Check(
            new CostIncreaseLimit(), [Labs.Lab()], stack: Labs.Stack(("sagemaker-guardrails:baselineUsd", "1"), (Setting, Write("{}")))));

        Assert.Contains(
            $"What the stack costs cannot be told: {Setting}: {Path.Combine(folder.FullName, "prices.json")} is not a price list.",
            verdict.Verdict.Violation());
    }

    private string Write(string text)
    {
        var path = Path.Combine(folder.FullName, "prices.json");
        File.WriteAllText(path, text);
        return path;
    }
}
