using System.Diagnostics;
using System.IO.Compression;
using System.Reflection;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Grpc.Net.Client;
using Pulumirpc;

namespace Cli.Tests;

/// <summary>
/// The policy SDK as others use it: the pack of its README, built from the package alone, passes its tests and answers an engine. The
/// package is made of what the tests were built with, and restored into folders of its own; other packages come from where this machine
/// keeps them.
/// </summary>
public sealed class PackageTests : IDisposable
{
    private const string Id = "Community.Pulumi.Policy";
    private const string Project = "MyPack";
    private const string TestProject = "MyPack.Tests";

    /// <summary>What the format of a package wants, as its names begin.</summary>
    private static readonly string[] OfEveryPackage = ["_rels/", "package/", "[Content_Types]"];

    private static readonly string Sdk = Path.Combine(Workspace.RepositoryRoot, "sdks", "Pulumi.Policy");

    private readonly Workspace workspace = Workspace.Empty();

    private string Feed => Path.Combine(workspace.Scratch, "feed");

    public void Dispose() => workspace.Dispose();

    [Fact]
    public async Task The_pack_of_the_readme_is_built_from_the_package_alone_and_passes_its_tests_and_answers_an_engine()
    {
        (await workspace.RunAsync(Sdk, "dotnet", "pack", "--no-build", "-c", Configuration(), "-o", Feed)).Ended(0);
        AssertContent(Directory.GetFiles(Feed).Single());

        WriteProjects();
        workspace.Environment["NUGET_PACKAGES"] = Path.Combine(workspace.Scratch, "packages");
        var tests = (await workspace.RunAsync(workspace.Tree, "dotnet", "test", TestProject, "-warnaserror", "-o", "out")).Ended(0);
        Assert.Matches(@"Failed: +0, Passed: +4\b", tests.Output);

        var program = Path.Combine(workspace.Tree, "out", $"{Project}.dll");
        using var pack = Process.Start(new ProcessStartInfo("dotnet", [program, "127.0.0.1:1"]) { RedirectStandardOutput = true })!;
        try
        {
            await AssertAnswersAsync(await pack.StandardOutput.ReadLineAsync().WaitAsync(TimeSpan.FromMinutes(1)));
            await pack.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(1));
        }
        finally
        {
            pack.Kill();
        }

        Assert.Equal(0, pack.ExitCode);
    }

    private static async Task AssertAnswersAsync(string? port)
    {
        using var channel = GrpcChannel.ForAddress($"http://127.0.0.1:{port}");
        var engine = new Analyzer.AnalyzerClient(channel);

        var info = await engine.GetAnalyzerInfoAsync(new Empty());
        var answer = await engine.AnalyzeAsync(new()
        {
            Type = "aws:s3/bucketVersioning:BucketVersioning",
            Name = "models",
            Urn = "urn:pulumi:dev::shop::aws:s3/bucketVersioning:BucketVersioning::models",
            Properties = new Struct
            {
                Fields = { ["versioningConfiguration"] = Value.ForStruct(new() { Fields = { ["status"] = Value.ForString("Suspended") } }) },
            }.ToByteString(),
        });
        await engine.CancelAsync(new Empty());

        Assert.Equal(("my-pack", "1.0.0", "buckets-are-versioned"), (info.Name, info.Version, info.Policies.Single().Name));
        Assert.Equal(
            "What is overwritten or deleted in a bucket can be brought back.\nThe status of versioning is Suspended, expected Enabled.",
            answer.Diagnostics.Single().Message);
    }

    private static void AssertContent(string package)
    {
        using var archive = ZipFile.OpenRead(package);
        string[] assemblies = ["PropertyValues", "Pulumi.Policy", "Pulumirpc"];

        Assert.Equal(
            [
                $"{Id}.nuspec", "LICENSE", "NOTICE", "README.md",
                .. assemblies.SelectMany(name => (string[])[$"lib/net10.0/{name}.dll", $"lib/net10.0/{name}.pdb"]),
                "lib/net10.0/PropertyValues.xml", "lib/net10.0/Pulumi.Policy.xml",
            ],
            archive.Entries.Select(entry => entry.FullName)
                .Where(name => !OfEveryPackage.Any(start => name.StartsWith(start, StringComparison.Ordinal)))
                .OrderBy(name => name.Count(c => c == '/')).ThenBy(name => name.EndsWith(".xml", StringComparison.Ordinal))
                .ThenBy(name => name, StringComparer.Ordinal));

        using var nuspec = archive.GetEntry($"{Id}.nuspec")!.Open();
        var elements = XDocument.Load(nuspec).Descendants().ToLookup(element => element.Name.LocalName);
        Assert.Equal(["Google.Protobuf", "Grpc.Core.Api"], elements["dependency"].Select(one => (string)one.Attribute("id")!));
        Assert.Equal(("Apache-2.0", "README.md"), (elements["license"].Single().Value, elements["readme"].Single().Value));
        Assert.Empty(elements["repository"]);
    }

    /// <summary>The files of the README, in the order in which it shows them: the pack, then its tests in a folder of their own.</summary>
    private void WriteProjects()
    {
        var readme = File.ReadAllText(Path.Combine(Sdk, "README.md")).ReplaceLineEndings("\n");
        var blocks = Regex.Matches(
            readme, @"^`(?<file>[\w.]+)`\s+```\w+\n(?<text>.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline);
        var folder = Project;
        foreach (Match block in blocks)
        {
            var file = block.Groups["file"].Value;
            folder = file == $"{TestProject}.csproj" ? TestProject : folder;
            var directory = Directory.CreateDirectory(Path.Combine(workspace.Tree, folder));
            File.WriteAllText(Path.Combine(directory.FullName, file), block.Groups["text"].Value);
        }

        Assert.Equal(
            [
                $"{Project}.csproj", "BucketsAreVersioned.cs", "Program.cs", "PulumiPolicy.yaml",
                $"{TestProject}.csproj", "BucketsAreVersionedTests.cs",
            ],
            blocks.Select(block => block.Groups["file"].Value));
        new XElement(
            "configuration",
            new XElement("packageSources", new XElement("clear"), Source("feed", Feed), Source("ordinary", OrdinaryPackages())),
            new XElement("fallbackPackageFolders", new XElement("clear"))).Save(Path.Combine(workspace.Tree, "NuGet.config"));

        static XElement Source(string name, string folder) => new("add", new XAttribute("key", name), new XAttribute("value", folder));
    }

    /// <summary>The folder of packages that the SDK was built from, which is a source of packages itself.</summary>
    private static string OrdinaryPackages() =>
        JsonNode.Parse(File.ReadAllText(Path.Combine(Sdk, "obj", "project.assets.json")))!["packageFolders"]!.AsObject().First().Key;

    private static string Configuration() => typeof(PackageTests).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == "Configuration").Value!;
}
