using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Preview.Tests.Runs;

/// <summary>
/// What the program deploys, as text files that are reviewed like code. UPDATE_GOLDEN=1 writes them anew.
/// </summary>
public class GoldenPreviewTests
{
    private static readonly string Folder = Path.Combine(Built.Root, "tests", "Preview", "Golden");

    private static bool IsUpdate => Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1";

    /// <summary>The small stacks; each is named after the component that it shows.</summary>
    public static TheoryData<string> Small => [.. SmallStacks()];

    [Theory]
    [InlineData("dev")]
    [InlineData("prod")]
    public async Task A_stack_of_this_repository_is_what_was_reviewed(string stack) =>
        Verify(stack, PlanText.Of(await PreviewAsync(Built.Root, stack), _ => true));

    /// <summary>Of the components that a stack needs besides the one that it is named after, there is a line only.</summary>
    [Theory]
    [MemberData(nameof(Small))]
    public async Task A_component_is_what_was_reviewed(string stack) => Verify(
        stack, PlanText.Of(await PreviewAsync(Folder, stack), type => !IsComponent(type) || stack.StartsWith(Dashed(type), StringComparison.Ordinal)));

    [Fact]
    public void Every_golden_file_belongs_to_a_stack()
    {
        var stacks = SmallStacks().Concat(["dev", "prod"]).ToHashSet();
        var orphans = Directory.GetFiles(Folder, "*.txt").Where(file => !stacks.Contains(Path.GetFileNameWithoutExtension(file)));
        if (IsUpdate)
            orphans.ToList().ForEach(File.Delete);
        Assert.Empty(orphans);
    }

    private static IEnumerable<string> SmallStacks() => Directory.GetFiles(Folder, "Pulumi.*.yaml")
        .Select(file => Path.GetFileName(file).Split('.')[1])
        .Order(StringComparer.Ordinal);

    private static bool IsComponent(string type) => type.StartsWith("ml:", StringComparison.Ordinal);

    /// <summary>The component's name as that of a stack: SpotTraining is spot-training.</summary>
    private static string Dashed(string type) =>
        Regex.Replace(type.Split(':')[^1], "(?<=.)[A-Z]", letter => $"-{letter.Value}").ToLowerInvariant();

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
        if (IsUpdate)
            File.WriteAllText(file, actual);
        Assert.Equal(File.ReadAllText(file).ReplaceLineEndings("\n"), actual);
    }
}
