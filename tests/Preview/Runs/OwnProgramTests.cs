using System.Text.Json.Nodes;

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

    [Fact]
    public async Task Two_previews_are_equal()
    {
        var (first, second) = (await PreviewAsync("dev"), await PreviewAsync("dev"));

        Assert.True(JsonNode.DeepEquals(first, second));
    }

    [Fact]
    public async Task A_fault_in_the_stack_file_is_told_as_the_program_tells_it()
    {
        var run = (await PreviewProcess.RunAsync(Built.Root, "dev", "--config", "logRetentionDays=15")).Ended(1);

        Assert.Contains("logRetentionDays", run.Output, StringComparison.Ordinal);
    }

    private static async Task<JsonObject> PreviewAsync(params string[] arguments)
    {
        var run = await PreviewProcess.RunAsync(Built.Root, ["--json", .. arguments]);
        var json = JsonNode.Parse(run.Output)!.AsObject();
        json.Remove("durationMilliseconds");

        // A program registers many resources at a time, and lists what they depend on in the order in which it learned of it.
        foreach (var resource in json["resources"]!.AsArray().Select(resource => resource!.AsObject()))
        {
            resource["dependencies"] = Sorted(resource["dependencies"]!);
            foreach (var (property, urns) in resource["propertyDependencies"]!.AsObject().ToArray())
            {
                resource["propertyDependencies"]![property] = Sorted(urns!);
            }
        }

        return json;
    }

    private static JsonArray Sorted(JsonNode texts) =>
        [.. texts.AsArray().Select(text => text!.GetValue<string>()).Order(StringComparer.Ordinal).Select(text => (JsonNode)text)];
}
