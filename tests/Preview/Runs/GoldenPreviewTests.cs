using System.Text.Json.Nodes;

namespace Preview.Tests.Runs;

/// <summary>
/// What the program deploys, as text files that are reviewed like code. UPDATE_GOLDEN=1 writes them anew.
/// </summary>
public class GoldenPreviewTests
{
    private static readonly string Folder = Path.Combine(Built.Root, "tests", "Preview", "Golden");

    /// <summary>The small stacks; each is named after the component that it shows.</summary>
    public static TheoryData<string> Small => [.. SmallStacks()];

    [Theory]
    [InlineData("dev")]
    [InlineData("prod")]
    public async Task A_stack_of_this_repository_is_what_was_reviewed(string stack) =>
        Verify(stack, PlanText.Of(await PreviewAsync(Built.Root, stack), _ => true));

    /// <summary>Every stack has a bucket; what is in it is shown where it is the subject.</summary>
    [Theory]
    [MemberData(nameof(Small))]
    public async Task A_component_is_what_was_reviewed(string stack)
    {
        var isOfBucket = stack.StartsWith("artifact-bucket", StringComparison.Ordinal);

        Verify(stack, PlanText.Of(await PreviewAsync(Folder, stack), type => isOfBucket || type != "ml:storage:ArtifactBucket"));
    }

    [Fact]
    public void Every_golden_file_belongs_to_a_stack() => Assert.Equal(
        SmallStacks().Concat(["dev", "prod"]).Order(StringComparer.Ordinal),
        Directory.GetFiles(Folder, "*.txt").Select(file => Path.GetFileNameWithoutExtension(file)!).Order(StringComparer.Ordinal));

    private static IEnumerable<string> SmallStacks() => Directory.GetFiles(Folder, "Pulumi.*.yaml")
        .Select(file => Path.GetFileName(file).Split('.')[1])
        .Order(StringComparer.Ordinal);

    private static async Task<JsonObject> PreviewAsync(string folder, string stack)
    {
        var run = await PreviewProcess.RunAsync(folder, "--json", "--stack", stack);
        // A policy may forbid what a stack is there to show.
        return run.ExitCode == 5 ? Document(run) : Document(run.Ended(0));
    }

    private static JsonObject Document(PreviewProcess run) => JsonNode.Parse(run.Output)!.AsObject();

    private static void Verify(string stack, string actual)
    {
        var file = Path.Combine(Folder, $"{stack}.txt");
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1")
            File.WriteAllText(file, actual);
        Assert.Equal(File.ReadAllText(file).ReplaceLineEndings("\n"), actual);
    }
}
