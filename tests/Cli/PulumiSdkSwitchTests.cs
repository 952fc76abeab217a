using System.Text.Json.Nodes;
using System.Xml.Linq;

namespace Cli.Tests;

/// <summary>
/// The property PulumiSdk decides where the Pulumi packages come from. A feed that holds the local SDKs under the names and versions
/// of the official packages shows that the switch turns every reference, and that the versions are those that the repository names.
/// Whether the program compiles with what Pulumi publishes, only the published packages can show.
/// </summary>
[Collection(BuiltTreeCollection.Name)]
public class PulumiSdkSwitchTests(BuiltTree built)
{
    private const string Feed = "feed";

    /// <summary>What goes into the feed: the three packages and what they bring along.</summary>
    private static readonly string[] Packed = ["protos/Protos", "PropertyValues/PropertyValues", "Pulumi/Pulumi", "Pulumi.Aws/Pulumi.Aws", "Pulumi.AwsNative/Pulumi.AwsNative"];

    [Fact]
    public async Task With_official_the_program_is_built_from_packages_of_the_versions_that_the_repository_names()
    {
        using var workspace = (await built.WorkspaceAsync()).CopyBuilt();
        var versions = VersionsIn(workspace);
        var ordinary = OrdinaryPackages(workspace);
        await PackAsync(workspace, versions);
        workspace.Environment["PulumiSdk"] = "official";
        workspace.Environment["NUGET_PACKAGES"] = Path.Combine(workspace.Scratch, "packages");
        workspace.Environment["RestoreConfigFile"] = WriteSources(workspace, ordinary);

        (await workspace.RunAsync(workspace.Tree, "dotnet", "build", "infra")).Ended(0);

        Assert.Equal(["Pulumi", "Pulumi.Aws", "Pulumi.AwsNative"], versions.Keys.Order(StringComparer.Ordinal));
        var used = Libraries(workspace);
        Assert.All(versions, version => Assert.Equal("package", used[$"{version.Key}/{version.Value}"]));
        Assert.DoesNotContain("project", used.Values);
    }

    [Theory]
    [InlineData("nightly")]
    [InlineData("published")]
    public async Task Any_other_value_is_refused_with_what_is_accepted(string value)
    {
        var workspace = await built.WorkspaceAsync();

        var build = await workspace.RunAsync(workspace.Tree, "dotnet", "build", "infra", "--no-restore", $"-p:PulumiSdk={value}");

        build.Ended(1);
        Assert.Contains(
            $"PulumiSdk is '{value}'; accepted are 'local' (the SDKs under sdks/, the default) and 'official' (the published packages).",
            build.Output, StringComparison.Ordinal);
    }

    private static async Task PackAsync(Workspace workspace, Dictionary<string, string> versions)
    {
        // A property on the command line would give every package the same version, in its dependencies too.
        var properties = Path.Combine(workspace.Scratch, "versions.props");
        new XElement("Project", versions.Select(version => new XElement(
            "PropertyGroup",
            new XAttribute("Condition", $"'$(MSBuildProjectName)' == '{version.Key}'"),
            new XElement("Version", version.Value)))).Save(properties);
        var project = Path.Combine(workspace.Scratch, "pack.proj");
        new XElement("Project", new XElement(
            "Target",
            new XAttribute("Name", "Pack"),
            new XElement(
                "MSBuild",
                new XAttribute("Projects", string.Join(';', Packed.Select(name => Path.Combine(workspace.Tree, "sdks", $"{name}.csproj")))),
                new XAttribute("Targets", "Pack"),
                new XAttribute("Properties", $"NoBuild=true;IsPackable=true;PackageOutputPath={Path.Combine(workspace.Scratch, Feed)}")))).Save(project);
        workspace.Environment["CustomBeforeDirectoryBuildProps"] = properties;
        (await workspace.RunAsync(workspace.Tree, "dotnet", "restore", "infra")).Ended(0);
        (await workspace.RunAsync(workspace.Tree, "dotnet", "msbuild", project, "-target:Pack")).Ended(0);
        workspace.Environment.Remove("CustomBeforeDirectoryBuildProps");
    }

    /// <summary>The Pulumi packages come from the feed alone, all others from where this machine keeps them.</summary>
    private static string WriteSources(Workspace workspace, string ordinary)
    {
        var file = Path.Combine(workspace.Scratch, "NuGet.config");
        new XElement(
            "configuration",
            new XElement("packageSources", new XElement("clear"), Source(Feed, Path.Combine(workspace.Scratch, Feed)), Source("ordinary", ordinary)),
            new XElement("fallbackPackageFolders", new XElement("clear")),
            new XElement("packageSourceMapping", From(Feed, "Pulumi*", "PropertyValues"), From("ordinary", "*"))).Save(file);
        return file;

        static XElement Source(string name, string folder) => new("add", new XAttribute("key", name), new XAttribute("value", folder));

        static XElement From(string source, params string[] patterns) => new(
            "packageSource",
            new XAttribute("key", source),
            patterns.Select(pattern => new XElement("package", new XAttribute("pattern", pattern))));
    }

    /// <summary>The Pulumi packages and versions of Directory.Packages.props.</summary>
    private static Dictionary<string, string> VersionsIn(Workspace workspace) => XDocument
        .Load(Path.Combine(workspace.Tree, "Directory.Packages.props"))
        .Descendants("PackageVersion")
        .Where(package => ((string)package.Attribute("Include")!).StartsWith("Pulumi", StringComparison.Ordinal))
        .ToDictionary(package => (string)package.Attribute("Include")!, package => (string)package.Attribute("Version")!);

    /// <summary>The folder of packages that the tree was built from, which is a source of packages itself.</summary>
    private static string OrdinaryPackages(Workspace workspace) => Assets(workspace)["packageFolders"]!.AsObject().First().Key;

    /// <summary>What the program is built from: package or project, by name and version.</summary>
    private static Dictionary<string, string> Libraries(Workspace workspace) =>
        Assets(workspace)["libraries"]!.AsObject().ToDictionary(library => library.Key, library => (string)library.Value!["type"]!);

    private static JsonNode Assets(Workspace workspace) =>
        JsonNode.Parse(File.ReadAllText(Path.Combine(workspace.Tree, "infra", "obj", "project.assets.json")))!;
}
