using System.Diagnostics;
using System.IO.Compression;
using System.Reflection;
using System.Text;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using Interop;

namespace Cli.Tests;

/// <summary>
/// The preview as a .NET tool, of what the tests were built with: packed, installed from a folder without a network, and run where nothing
/// of this repository is.
/// </summary>
public sealed class ToolTests(InstalledTool tool) : IClassFixture<InstalledTool>, IDisposable
{
    private readonly Workspace workspace = Workspace.Empty();

    public void Dispose() => workspace.Dispose();

    [Fact]
    public void The_package_holds_all_that_a_preview_needs_and_says_what_it_is()
    {
        using var archive = ZipFile.OpenRead(tool.Package);
        string[] names = [.. archive.Entries.Select(entry => entry.FullName)];
        string[] inTool = [.. names.Where(name => name.StartsWith("tools/net10.0/any/", StringComparison.Ordinal)).Select(name => name["tools/net10.0/any/".Length..])];

        Assert.Superset(
            new HashSet<string>
            {
                "Preview.dll", "Costs.dll", "schemas/aws.json", "schemas/aws-native.json", "policies/PulumiPolicy.yaml",
                "policies/sagemaker-guardrails.dll", "policies/config/dev.json", "policies/config/prod.json", "policies/config/audit.json",
            },
            inTool.ToHashSet());
        Assert.DoesNotContain(inTool, name => name.Contains("Infra", StringComparison.Ordinal) || name.EndsWith(".xml", StringComparison.Ordinal) && name != "DotnetToolSettings.xml");
        Assert.Superset(new HashSet<string> { "README.md", "LICENSE", "NOTICE" }, names.ToHashSet());

        using var nuspec = archive.GetEntry($"{InstalledTool.Id}.nuspec")!.Open();
        var elements = XDocument.Load(nuspec).Descendants().ToLookup(element => element.Name.LocalName);
        Assert.Equal(
            ("Apache-2.0", "README.md", "DotnetTool"),
            (elements["license"].Single().Value, elements["readme"].Single().Value, (string)elements["packageType"].Single().Attribute("name")!));
        Assert.Empty(elements["repository"]);
    }

    [Fact]
    public async Task It_is_called_by_its_own_name()
    {
        var help = (await RunAsync(workspace.Tree, "--help")).Ended(0);
        var nowhere = (await RunAsync(workspace.Tree)).Ended(1);

        Assert.Contains("Usage: sagemaker-preview [preview]", help.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("dotnet run", help.Output, StringComparison.Ordinal);
        Assert.Contains("There is no Pulumi.yaml", nowhere.Error, StringComparison.Ordinal);
        Assert.Contains("--project", nowhere.Error, StringComparison.Ordinal);
    }

    /// <summary>A program that is built already, in a process of its own, as one on the official SDK would be.</summary>
    [Fact]
    public async Task It_previews_a_program_of_dotnet_under_its_own_pack()
    {
        WriteProject("Pulumi.yaml", "Pulumi.dev.yaml");

        var preview = await PreviewAsync(workspace.Tree, 5);

        Assert.Equal("sagemaker-guardrails", (string)preview["policies"]!["packs"]!.AsArray().Single()!["name"]!);
        Assert.Contains(preview["resources"]!.AsArray(), resource => ((string)resource!["urn"]!).EndsWith("Bucket::data", StringComparison.Ordinal));
        Assert.Contains(
            preview["policies"]!["findings"]!.AsArray(), finding => (string)finding!["policy"]! == "bucket-lifecycle-required");
        Assert.NotNull(preview["cost"]);
    }

    [Fact]
    public async Task Its_pack_and_another_judge_together_each_configured_by_a_name_or_a_file()
    {
        WriteProject("Pulumi.yaml", "Pulumi.dev.yaml");
        await File.WriteAllTextAsync(Path.Combine(workspace.Tree, "peer.json"), """{ "all": "disabled" }""");

        var preview = await PreviewAsync(
            workspace.Tree, 5,
            "--policy-pack", "sagemaker-guardrails", "--policy-pack-config", "prod",
            "--policy-pack", Data("PeerPack"), "--policy-pack-config", "peer.json");

        Assert.Equal(
            ["sagemaker-guardrails by prod", "interop-examples by peer.json"],
            preview["policies"]!["packs"]!.AsArray().Select(pack => $"{pack!["name"]} by {pack["configuration"]}"));
    }

    [Fact]
    public async Task A_configuration_that_its_pack_does_not_have_is_refused_with_those_it_has()
    {
        WriteProject("Pulumi.yaml", "Pulumi.dev.yaml");

        var run = (await RunAsync(workspace.Tree, "--policy-pack-config", "production")).Ended(1);

        Assert.Contains("sagemaker-guardrails has the configurations audit, dev, prod.", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stack_names_a_configuration_of_the_pack_as_the_command_line_does()
    {
        WriteProject("Pulumi.yaml", "Pulumi.dev.yaml");
        await File.AppendAllTextAsync(Path.Combine(workspace.Tree, "Pulumi.dev.yaml"), "  sagemaker-guardrails:policyPackConfig: audit\n");

        var preview = await PreviewAsync(workspace.Tree, 0);

        Assert.Equal("audit", (string?)preview["policies"]!["packs"]![0]!["configuration"]);
    }

    /// <summary>Each preview of a watch is the tool again.</summary>
    [Fact]
    public async Task It_watches()
    {
        WriteProject("Pulumi.yaml", "Pulumi.dev.yaml");
        using var watch = Process.Start(new ProcessStartInfo(tool.Command, ["--watch", "--project", workspace.Tree, "--policy-pack-config", "audit"])
        {
            RedirectStandardOutput = true,
        })!;
        try
        {
            var said = await UntilItWaitsAsync(watch);
            await File.AppendAllTextAsync(Path.Combine(workspace.Tree, "Pulumi.dev.yaml"), "  sample:behaviour: unknown-owner\n");
            var changed = await UntilItWaitsAsync(watch);

            Assert.Contains("! bucket-lifecycle-required  aws:s3:Bucket (data)", said, StringComparison.Ordinal);
            Assert.Contains("! new bucket-lifecycle-required  aws:s3:Bucket (other)", changed, StringComparison.Ordinal);
        }
        finally
        {
            watch.Kill(entireProcessTree: true);
        }
    }

    [SkippableFact]
    public async Task It_previews_a_program_of_Node_under_its_own_pack()
    {
        NodeTools.Require();

        var preview = await PreviewAsync(NodePack.Program, 5);

        Assert.Equal(11, preview["resources"]!.AsArray().Count);
        Assert.Equal("sagemaker-guardrails", (string)preview["policies"]!["packs"]!.AsArray().Single()!["name"]!);
        Assert.Contains(preview["policies"]!["findings"]!.AsArray(), finding => (string)finding!["policy"]! == "serverless-shape");
    }

    private async Task<JsonNode> PreviewAsync(string project, int exitCode, params string[] arguments) => JsonNode.Parse(
        (await RunAsync(workspace.Scratch, ["--project", project, "--json", .. arguments])).Ended(exitCode).Output)!;

    private Task<ProcessRun> RunAsync(string folder, params string[] arguments) => workspace.RunAsync(folder, tool.Command, arguments);

    private static async Task<string> UntilItWaitsAsync(Process watch)
    {
        var said = new StringBuilder();
        while (await watch.StandardOutput.ReadLineAsync().WaitAsync(TimeSpan.FromMinutes(2)) is { } line
            && !line.StartsWith("Waiting for a change", StringComparison.Ordinal))
        {
            said.AppendLine(line);
        }

        return said.ToString();
    }

    private void WriteProject(params string[] files)
    {
        string[] texts =
        [
            $"name: sample\nruntime: {{ name: dotnet, options: {{ binary: '{Data("SampleProgram")}' }} }}\n",
            "config:\n  aws:region: eu-west-1\n",
        ];
        foreach (var (file, text) in files.Zip(texts))
        {
            File.WriteAllText(Path.Combine(workspace.Tree, file), text);
        }
    }

    private static string Data(string key) => InstalledTool.Data(key) + (key == "PeerPack" && OperatingSystem.IsWindows() ? ".exe" : "");
}

/// <summary>The tool, packed and installed once for all tests.</summary>
public sealed class InstalledTool : IAsyncLifetime
{
    public const string Id = "Community.SageMaker.Preview";

    private readonly Workspace workspace = Workspace.Empty();

    public string Package { get; private set; } = "";

    public string Command => Path.Combine(workspace.Scratch, "tool", $"sagemaker-preview{(OperatingSystem.IsWindows() ? ".exe" : "")}");

    internal static string Data(string key) => typeof(InstalledTool).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == key).Value!;

    public async Task InitializeAsync()
    {
        var feed = Path.Combine(workspace.Scratch, "feed");
        (await workspace.RunAsync(
            Path.Combine(Workspace.RepositoryRoot, "preview"), "dotnet", "pack", "--no-build", "-c", Data("Configuration"), "-o", feed)).Ended(0);
        Package = Directory.GetFiles(feed).Single();

        var sources = Path.Combine(workspace.Tree, "NuGet.config");
        new XElement(
            "configuration",
            new XElement("packageSources", new XElement("clear"), new XElement("add", new XAttribute("key", "feed"), new XAttribute("value", feed))),
            new XElement("fallbackPackageFolders", new XElement("clear"))).Save(sources);
        workspace.Environment["NUGET_PACKAGES"] = Path.Combine(workspace.Scratch, "packages");
        (await workspace.RunAsync(
            workspace.Tree, "dotnet", "tool", "install", Id, "--tool-path", Path.GetDirectoryName(Command)!, "--configfile", sources)).Ended(0);
    }

    public Task DisposeAsync()
    {
        workspace.Dispose();
        return Task.CompletedTask;
    }
}
