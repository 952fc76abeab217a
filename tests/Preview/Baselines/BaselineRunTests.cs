using Preview.Tests.Runs;

namespace Preview.Tests.Baselines;

/// <summary>Previews that are compared with a saved one, the way a user starts them.</summary>
public sealed class BaselineRunTests : IDisposable
{
    private readonly SampleProject project = new();

    [Fact]
    public async Task What_changed_since_it_was_saved_is_shown()
    {
        var saved = (await project.PreviewAsync("--json", "-c", Usage(10))).Ended(0).Output;
        var file = project.Write("base.json", saved);

        var run = (await project.PreviewAsync("--baseline", file, "-c", Usage(30))).Ended(0);

        Assert.Contains("Change of the cost a month against base.json:", run.Output, StringComparison.Ordinal);
        Assert.Contains("~ data   $0.23 → $0.69  +$0.46 (+200.0%)  aws:s3:Bucket", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_missing_is_named_with_the_way_to_make_one()
    {
        var run = (await project.PreviewAsync("--baseline", "nowhere.json")).Ended(1);

        Assert.Contains("The baseline nowhere.json cannot be read:", run.Error, StringComparison.Ordinal);
        Assert.Contains("--json > nowhere.json", run.Error, StringComparison.Ordinal);
    }

    /// <summary>The policy of the own pack gets the figure that the report shows.</summary>
    [Fact]
    public async Task A_large_increase_is_refused_by_the_policy_and_a_small_one_is_not()
    {
        var nothing = project.Write("nothing.json", """{"schemaVersion": 1, "project": "sagemaker-infra", "stack": "prod", "resources": [], "cost": {"resources": []}}""");
        var same = project.Write("same.json", System.Text.Encoding.UTF8.GetString(Preview.Reports.JsonReport.Of(Preview.Verdicts.Judge.Of(await PreviewedStack.Prod)).Span));

        var dearer = (await PreviewProcess.RunAsync(Built.Root, "prod", "--baseline", nothing)).Ended(5);
        (await PreviewProcess.RunAsync(Built.Root, "prod", "--baseline", same)).Ended(0);

        Assert.Contains("cost-increase-limit", dearer.Output, StringComparison.Ordinal);
        Assert.Contains("more than before ($0.00)", dearer.Output, StringComparison.Ordinal);
    }

    public void Dispose() => project.Dispose();

    private static string Usage(int gigabytes) =>
        $$"""usage={"data":{"ingestGbPerMonth":{{gigabytes}},"keepMonths":1,"getRequestsPerMonth":0,"putRequestsPerMonth":0} }""";
}
