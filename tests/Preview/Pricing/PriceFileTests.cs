using System.Text.Json.Nodes;
using Preview.Tests.Runs;

namespace Preview.Tests.Pricing;

/// <summary>Previews with a price list of the user's, the way a user starts them.</summary>
public sealed class PriceFileTests : IDisposable
{
    private const string Usage =
        """usage={"data":{"ingestGbPerMonth":10,"keepMonths":1,"getRequestsPerMonth":0,"putRequestsPerMonth":0} }""";

    private readonly SampleProject project = new();

    [Fact]
    public async Task A_list_of_the_stacks_region_takes_the_place_of_the_built_in_one()
    {
        project.Write("mine.json", List("eu-west-1", standard: 1));

        Assert.Contains("$10.00", (await project.PreviewAsync("--prices", "mine.json", "-c", Usage)).Ended(0).Output, StringComparison.Ordinal);
        Assert.Contains("$0.23", (await project.PreviewAsync("-c", Usage)).Ended(0).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_stack_file_may_name_it_by_its_path_from_the_project()
    {
        project.Write(Path.Combine("prices", "mine.json"), List("eu-west-1", standard: 1));
        project.Write("Pulumi.dev.yaml", """
            config:
              aws:region: eu-west-1
              token: { secure: v1:not-read }
              sagemaker-guardrails:priceList: prices/mine.json
            """);

        Assert.Contains("$10.00", (await project.PreviewAsync("-c", Usage)).Ended(0).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_list_of_another_region_changes_nothing_and_the_preview_says_so()
    {
        project.Write("mine.json", List("eu-central-1", standard: 1));

        var run = (await project.PreviewAsync("--prices", "mine.json", "-c", Usage)).Ended(0);

        Assert.Contains("is of eu-central-1, and the stack is in eu-west-1: it changes nothing there.", run.Output, StringComparison.Ordinal);
        Assert.Contains("$0.23", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, "mine.json cannot be read:")]
    [InlineData("{}", "mine.json is not a price list. ")]
    public async Task What_is_no_price_list_is_refused(string? text, string message)
    {
        if (text is not null)
        {
            project.Write("mine.json", text);
        }

        Assert.Contains(message, (await project.PreviewAsync("--prices", "mine.json")).Ended(1).Error, StringComparison.Ordinal);
    }

    /// <summary>Otherwise a report and a verdict on the same stack would contradict each other.</summary>
    [Fact]
    public async Task The_policies_of_the_own_pack_use_the_same_list()
    {
        var list = project.Write("mine.json", List("us-east-1", standard: 1000));

        var run = (await PreviewProcess.RunAsync(Built.Root, "prod", "--prices", list)).Ended(5);

        Assert.Contains("monthly-cost-ceiling", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_offer_of_aws_becomes_a_list()
    {
        project.Write("AmazonSageMaker.csv", """
            "FormatVersion","v1.0"
            "Disclaimer","none"
            "Publication Date","2026-11-01T00:00:00Z"
            "Version","20261101000000"
            "OfferCode","AmazonSageMaker"
            "SKU","TermType","Unit","PricePerUnit","Currency","Region Code","usageType","operation","Component","Instance Type"
            "A","OnDemand","Hrs","1.25","USD","eu-central-1","EUC1-Host:ml.g5.xlarge","RunInstance","Hosting","ml.g5.xlarge-Hosting"
            """);

        var list = (await PreviewProcess.RunAsync(project.Folder, "prices", "AmazonSageMaker.csv", "eu-central-1")).Ended(0).Output;
        var refused = (await PreviewProcess.RunAsync(project.Folder, "prices", "AmazonSageMaker.csv", "eu-north-1")).Ended(1);

        Assert.Equal("eu-central-1", (string?)JsonNode.Parse(list)!["region"]);
        Assert.Contains("It has no on-demand prices of SageMaker instances in eu-north-1.", refused.Error, StringComparison.Ordinal);
    }

    public void Dispose() => project.Dispose();

    private static string List(string region, int standard)
    {
        var builtIn = File.ReadAllText(Path.Combine(Built.Root, "costs", "Catalogue", region == "eu-central-1" ? "eu-west-1.json" : $"{region}.json"));
        var list = JsonNode.Parse(builtIn)!;
        list["region"] = region;
        foreach (var tier in list["s3"]!["storage"]!["STANDARD"]!["tiers"]!.AsArray())
        {
            tier!["usd"] = standard;
        }

        return list.ToJsonString();
    }
}
