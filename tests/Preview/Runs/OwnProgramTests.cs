using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Preview.Tests.Runs;

/// <summary>The repository's own program under its own pack.</summary>
public class OwnProgramTests
{
    /// <summary>In the preview's own process they are called directly, otherwise over gRPC.</summary>
    [Theory]
    [InlineData("dev")]
    [InlineData("prod")]
    public async Task Program_and_pack_give_the_same_result_in_the_preview_and_in_processes_of_their_own(string stack)
    {
        var direct = await PreviewAsync(stack);
        var isolated = await PreviewAsync(stack, "--isolate");

        Assert.True(JsonNode.DeepEquals(direct, isolated), $"{direct.ToJsonString()}\n{isolated.ToJsonString()}");
    }

    [Theory]
    [InlineData("dev")]
    [InlineData("prod")]
    public async Task Two_previews_are_equal(string stack)
    {
        var (first, second) = (await PreviewAsync(stack), await PreviewAsync(stack));

        Assert.Equal(first.ToJsonString(), second.ToJsonString());
    }

    [Fact]
    public async Task Two_previews_are_equal_to_the_reader_too()
    {
        var (first, second) = (await PreviewProcess.RunAsync(Built.Root, "prod"), await PreviewProcess.RunAsync(Built.Root, "prod"));

        Assert.Equal(WithoutDuration(first.Output), WithoutDuration(second.Output));
    }

    [Fact]
    public async Task A_fault_in_the_stack_file_is_told_as_the_program_tells_it()
    {
        var run = (await PreviewProcess.RunAsync(Built.Root, "dev", "--config", "logRetentionDays=15")).Ended(1);

        Assert.Contains("logRetentionDays", run.Output, StringComparison.Ordinal);
        Assert.Contains(
            "--config gave sagemaker-infra:logRetentionDays for this run: correct it there, not in the stack file.", run.Output, StringComparison.Ordinal);
    }

    private static string WithoutDuration(string text) =>
        Regex.Replace(text, @"\b[0-9.]+ m?s\b", "");

    private static async Task<JsonObject> PreviewAsync(params string[] arguments)
    {
        var run = await PreviewProcess.RunAsync(Built.Root, ["--json", .. arguments]);
        var json = JsonNode.Parse(run.Output)!.AsObject();
        json.Remove("durationMilliseconds");
        return json;
    }
}
