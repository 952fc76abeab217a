using System.Text.Json.Nodes;

namespace Cli.Tests;

/// <summary>The preview as one native executable says the same as the one on .NET, lines of source aside, which native code has not.</summary>
[Collection(BuiltTreeCollection.Name)]
public class NativePreviewTests(BuiltTree built)
{
    public static TheoryData<string> Stacks => [TestStack.Dev.Label, TestStack.Prod.Label, TestStack.WastefulSettings.Label];

    [SkippableTheory]
    [MemberData(nameof(Stacks))]
    public async Task It_says_the_same(string label)
    {
        Skip.IfNot(NativeToolchain.IsThere, "no clang or gcc on PATH: nothing can be compiled natively");
        var stack = TestStack.Of(label);
        var onDotNet = (await built.OfflinePreviewAsync(stack)).Run;

        var native = await built.RunNativeAsync(stack, "--json");

        native.Ended(onDotNet.ExitCode);
        Assert.Equal(Comparable(onDotNet.Output), Comparable(native.Output));
    }

    [SkippableFact]
    public async Task It_runs_its_program_inside()
    {
        Skip.IfNot(NativeToolchain.IsThere, "no clang or gcc on PATH: nothing can be compiled natively");
        var made = await built.WorkspaceAsync();
        made.Environment["PREVIEW_TRACE"] = "1";
        try
        {
            var run = await built.RunNativeAsync(TestStack.Dev);

            run.Ended(0);
            Assert.Contains(" 0 methods compiled meanwhile", run.Error, StringComparison.Ordinal);
            Assert.DoesNotContain("dotnet build", run.Error, StringComparison.Ordinal);
        }
        finally
        {
            made.Environment.Remove("PREVIEW_TRACE");
        }
    }

    private static string Comparable(string document)
    {
        var root = JsonNode.Parse(document)!;
        root.AsObject().Remove("durationMilliseconds");
        RemovePlaces(root);
        return root.ToJsonString(new() { WriteIndented = true });
    }

    private static void RemovePlaces(JsonNode? node)
    {
        switch (node)
        {
            case JsonObject members:
                members.Remove("place");
                foreach (var (_, member) in members)
                {
                    RemovePlaces(member);
                }

                break;
            case JsonArray items:
                foreach (var item in items)
                {
                    RemovePlaces(item);
                }

                break;
        }
    }
}
