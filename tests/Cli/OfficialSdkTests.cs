using System.Reflection;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Interop;

namespace Cli.Tests;

/// <summary>
/// The same eight policies on Pulumi's own SDK and on ours (tests/interop/pack, tests/PeerPack), under the real CLI and on the same
/// program of 1,000 resources: the CLI shows the same findings, remedies the same properties, and counts the same policies as passed.
/// </summary>
public sealed partial class OfficialSdkTests : IDisposable
{
    private const int Count = 1000;
    private const int Seed = 20260824;

    private static readonly string[] Kinds =
        ["policyEvent", "policyRemediationEvent", "policyAnalyzeSummaryEvent", "policyRemediateSummaryEvent", "policyAnalyzeStackSummaryEvent"];

    private readonly Workspace workspace = Workspace.Empty();

    public void Dispose() => workspace.Dispose();

    [SkippableFact]
    public async Task The_CLI_shows_the_same_of_a_pack_on_the_official_SDK_and_of_the_same_pack_on_ours()
    {
        RealPulumi.Require("pulumi-language-yaml");
        NodeTools.Require();
        await File.WriteAllTextAsync(
            Path.Combine(workspace.Tree, "Pulumi.yaml"), GeneratedProgram.Of(GeneratedResources.Make(Count, Seed)));
        (await workspace.PulumiAsync("stack", "init", "dev")).Ended(0);

        var theirs = await EventsAsync(NodePack.WriteExecutable(NodePack.Examples, workspace.Scratch));
        var ours = await EventsAsync(PeerPack());

        Assert.Equal(theirs, ours);
        Assert.All(Kinds, kind => Assert.Contains(theirs, one => one.StartsWith(kind, StringComparison.Ordinal)));
    }

    /// <summary>What the CLI tells of policies in a preview, each event as text, in a certain order.</summary>
    private async Task<string[]> EventsAsync(string pack)
    {
        var log = Path.Combine(workspace.Scratch, $"{Guid.NewGuid():N}.log");
        (await workspace.PulumiAsync("preview", "--stack", "dev", "--event-log", log, "--policy-pack", pack)).Ended(1);
        var events =
            from line in File.ReadLines(log)
            where line.Length > 0
            let one = JsonNode.Parse(line)!.AsObject()
            from kind in Kinds
            where one.ContainsKey(kind)
            select $"{kind} {WithCertainNames(one[kind]!.ToJsonString())}";
        return [.. events.Order(StringComparer.Ordinal)];
    }

    /// <summary>A name that the program leaves out ends in another random number in each preview.</summary>
    private static string WithCertainNames(string text) => GeneratedName().Replace(text, "-*\"");

    private static string PeerPack() => typeof(OfficialSdkTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(data => data.Key == "PeerPack").Value + (OperatingSystem.IsWindows() ? ".exe" : "");

    [GeneratedRegex("-[0-9a-f]{7}\"")]
    private static partial Regex GeneratedName();
}
