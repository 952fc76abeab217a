using System.Text.Json;
using Preview.Tests.Runs;

namespace Preview.Tests.Baselines;

/// <summary>Previews that are compared with another commit, the way a user starts them.</summary>
public sealed class AgainstTests : IDisposable
{
    private readonly SampleRepository repository = new();

    [Fact]
    public async Task What_changed_since_a_commit_is_shown_with_both_figures()
    {
        repository.StateUsage("{ ingestGbPerMonth: 10, keepMonths: 1, getRequestsPerMonth: 0, putRequestsPerMonth: 0 }");
        repository.Commit();
        repository.StateUsage("{ ingestGbPerMonth: 30, keepMonths: 1, getRequestsPerMonth: 0, putRequestsPerMonth: 0 }");

        var run = (await repository.PreviewAsync("--against", "main")).Ended(0);

        Assert.Contains("Change of the cost a month against main (", run.Output, StringComparison.Ordinal);
        Assert.Contains("~ data   $0.23 → $0.69  +$0.46 (+200.0%)  aws:s3:Bucket", run.Output, StringComparison.Ordinal);
        Assert.Contains("total  $0.23 → $0.69  +$0.46 (+200.0%)", run.Output, StringComparison.Ordinal);
        Assert.Equal(1, repository.Worktrees());
    }

    [Fact]
    public async Task The_document_has_the_comparison_too()
    {
        repository.StateUsage("{ ingestGbPerMonth: 30, keepMonths: 1, getRequestsPerMonth: 0, putRequestsPerMonth: 0 }");

        var run = (await repository.PreviewAsync("--json", "--against", "HEAD")).Ended(0);

        using var document = JsonDocument.Parse(run.Output);
        var diff = document.RootElement.GetProperty("costDiff");
        Assert.StartsWith("HEAD (", diff.GetProperty("baseline").GetString(), StringComparison.Ordinal);
        Assert.Equal(JsonValueKind.Null, diff.GetProperty("noBaseline").ValueKind);
        Assert.Equal(0.69m, diff.GetProperty("perMonth").GetProperty("difference").GetProperty("expected").GetDecimal());
        Assert.Equal(0.69m, diff.GetProperty("categories").GetProperty("storage").GetProperty("after").GetProperty("expected").GetDecimal());
        var change = Assert.Single(diff.GetProperty("resources").EnumerateArray());
        Assert.Equal("changed", change.GetProperty("change").GetString());
        Assert.Equal("needsUsage", change.GetProperty("before").GetProperty("status").GetString());
        Assert.Equal("priced", change.GetProperty("after").GetProperty("status").GetString());
    }

    [Fact]
    public async Task A_stack_that_the_base_does_not_have_has_no_base_and_no_percentage()
    {
        repository.Write("Pulumi.new.yaml", """
            config:
              aws:region: eu-west-1
              token: { secure: v1:not-read }
              usage: { data: { ingestGbPerMonth: 30, keepMonths: 1, getRequestsPerMonth: 0, putRequestsPerMonth: 0 } }
            """);

        var run = (await repository.PreviewAsync("new", "--against", "main")).Ended(0);

        Assert.Matches(@"There is no base to compare with: main \([0-9a-f]{7}\) has no Pulumi.new.yaml. All of the cost is new.", run.Output);
        Assert.DoesNotContain("(+", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_base_that_cannot_be_previewed_ends_the_run_and_leaves_nothing_behind()
    {
        repository.Write("Pulumi.dev.yaml", "config: { behaviour: throw, token: { secure: v1:not-read } }\n");
        repository.Commit();
        repository.StateUsage("{}");

        var run = (await repository.PreviewAsync("--against", "main")).Ended(1);

        Assert.Matches(@"error: The base main \([0-9a-f]{7}\) cannot be previewed: ", run.Error);
        Assert.Contains("the program threw this", run.Error, StringComparison.Ordinal);
        Assert.Equal(1, repository.Worktrees());
    }

    [Fact]
    public async Task A_base_that_does_not_build_says_so()
    {
        var works = File.ReadAllText(Path.Combine(repository.Folder, "Pulumi.yaml"));
        repository.Write("Pulumi.yaml", "{ name: sample, runtime: dotnet, config: { token: { type: string, secret: true, default: '' } } }");
        repository.Write("Sample.csproj", "<Project><Import Project=\"nothing-of-that-name.props\" /></Project>");
        repository.Commit();
        repository.Write("Pulumi.yaml", works);

        var run = (await repository.PreviewAsync("--against", "main")).Ended(1);

        Assert.Contains("cannot be previewed: The program does not build:", run.Error, StringComparison.Ordinal);
        Assert.Contains("nothing-of-that-name.props", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_commit_that_does_not_exist_is_refused()
    {
        var run = (await repository.PreviewAsync("--against", "nowhere")).Ended(1);

        Assert.Contains("--against nowhere: the repository has no such commit, branch or tag.", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Outside_of_a_repository_there_is_nothing_to_compare_with()
    {
        using var project = new SampleProject();

        var run = (await project.PreviewAsync("--against", "main")).Ended(1);

        Assert.Contains("--against main needs a git repository", run.Error, StringComparison.Ordinal);
    }

    public void Dispose() => repository.Dispose();
}
