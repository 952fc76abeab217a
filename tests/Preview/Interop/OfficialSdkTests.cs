using System.Text.Json.Nodes;
using Interop;
using Preview.Tests.Runs;

namespace Preview.Tests.Interop;

/// <summary>
/// Programs and policy packs on Pulumi's own SDK for Node.js run under the offline preview as they come, and what they say is what
/// their equals in C# say.
/// </summary>
public sealed class OfficialSdkTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("preview-interop-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [SkippableFact]
    public async Task A_program_on_the_official_SDK_asks_for_what_the_same_program_in_CSharp_asks_for()
    {
        NodeTools.Require();

        var theirs = await PreviewAsync(NodePack.Program, Path.Combine(Built.Root, "policies"));
        var ours = await PreviewAsync(SameProgram(), Path.Combine(Built.Root, "policies"));

        Assert.Equal(ByUrn(theirs), ByUrn(ours));
        Assert.Equal(11, theirs["resources"]!.AsArray().Count);
        Assert.Equal(theirs["outputs"]!.ToJsonString(), ours["outputs"]!.ToJsonString());
    }

    [SkippableFact]
    public async Task Our_pack_judges_a_program_on_the_official_SDK_as_it_judges_ours()
    {
        NodeTools.Require();

        var theirs = await PreviewAsync(NodePack.Program, Path.Combine(Built.Root, "policies"));
        var ours = await PreviewAsync(SameProgram(), Path.Combine(Built.Root, "policies"));

        Assert.Equal(
            ["budget-present interop-dev", "idle-shutdown notebook", "serverless-shape training-variants"],
            Findings(theirs).Select(finding => $"{finding["policy"]} {Name(finding)}").Order(StringComparer.Ordinal));
        Assert.Equal(Texts(Findings(theirs)), Texts(Findings(ours)));
    }

    [SkippableTheory]
    [InlineData("dev")]
    [InlineData("prod")]
    public async Task A_pack_on_the_official_SDK_judges_our_program_as_the_same_pack_in_CSharp_does(string stack)
    {
        NodeTools.Require();

        var theirs = await PreviewAsync(Built.Root, NodePack.Examples, stack);
        var ours = await PreviewAsync(Built.Root, Built.PeerPack, stack);

        Assert.Equal(Texts(Findings(theirs)), Texts(Findings(ours)));
        Assert.Equal(theirs["policies"]!["remediations"]!.ToJsonString(), ours["policies"]!["remediations"]!.ToJsonString());
        Assert.Equal(ByUrn(theirs), ByUrn(ours));
        Assert.NotEmpty(theirs["policies"]!["remediations"]!.AsArray());
        Assert.Equal((string)theirs["result"]!, (string)ours["result"]!);
    }

    /// <summary>The project of the program, with the program in C# in its place.</summary>
    private string SameProgram()
    {
        var project = File.ReadAllText(Path.Combine(NodePack.Program, "Pulumi.yaml"));
        File.WriteAllText(
            Path.Combine(folder, "Pulumi.yaml"),
            project.Replace("runtime: nodejs", $"runtime: {{ name: dotnet, options: {{ binary: '{Built.PeerProgram}' }} }}", StringComparison.Ordinal));
        File.Copy(Path.Combine(NodePack.Program, "Pulumi.dev.yaml"), Path.Combine(folder, "Pulumi.dev.yaml"), overwrite: true);
        return folder;
    }

    private static async Task<JsonNode> PreviewAsync(string project, string pack, string stack = "dev")
    {
        var run = await PreviewProcess.RunAsync(project, stack, "--json", "--policy-pack", pack);
        Assert.True(run.Output.StartsWith('{'), $"exit code {run.ExitCode}\n{run.Output}\n{run.Error}");
        return JsonNode.Parse(run.Output)!;
    }

    /// <summary>Everything that is known of each resource; the order in which a program registers them is not certain.</summary>
    private static IEnumerable<string> ByUrn(JsonNode preview) =>
        preview["resources"]!.AsArray().Select(resource => resource!.ToJsonString()).Order(StringComparer.Ordinal);

    private static IEnumerable<JsonNode> Findings(JsonNode preview) => preview["policies"]!["findings"]!.AsArray().Select(finding => finding!);

    /// <summary>The findings without the line of source, which is another in each program.</summary>
    private static IEnumerable<string> Texts(IEnumerable<JsonNode> findings) => findings
        .Select(finding => new JsonObject(finding.AsObject().Where(member => member.Key != "place")
            .Select(member => KeyValuePair.Create(member.Key, member.Value?.DeepClone()))).ToJsonString())
        .Order(StringComparer.Ordinal);

    private static string Name(JsonNode finding) => ((string)finding["urn"]!).Split("::")[^1];
}
