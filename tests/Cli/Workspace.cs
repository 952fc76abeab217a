using System.Reflection;

namespace Cli.Tests;

/// <summary>
/// A copy of the repository's files in a folder of its own, with a Pulumi home and a state beside it, so that builds do not meet the
/// ones of the tests and nothing of the user's is touched. Deleted when disposed of.
/// </summary>
internal sealed class Workspace : IDisposable
{
    private static readonly string[] LeftOut = ["bin", "obj", ".git", "node_modules", "TestResults", "artifacts"];

    private readonly string scratch = Directory.CreateTempSubdirectory("pulumi-cli-test-").FullName;

    private Workspace()
    {
        foreach (var folder in (string[])["tree", "home", "state"])
        {
            Directory.CreateDirectory(Path.Combine(scratch, folder));
        }
    }

    /// <summary>The repository that this test was built from.</summary>
    public static string RepositoryRoot { get; } = typeof(Workspace).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == "RepositoryRoot").Value!;

    /// <summary>The folder of the copy.</summary>
    public string Tree => Path.Combine(scratch, "tree");

    /// <summary>A folder for what a test writes.</summary>
    public string Scratch => scratch;

    public Dictionary<string, string> Environment { get; } = [];

    /// <summary>A copy of the whole repository, or of one folder of it.</summary>
    public static Workspace CopyOf(string folder = ".")
    {
        var workspace = new Workspace();
        Copy(Path.GetFullPath(Path.Combine(RepositoryRoot, folder)), workspace.Tree);
        foreach (var (name, value) in new Dictionary<string, string>
        {
            ["PULUMI_HOME"] = Path.Combine(workspace.scratch, "home"),
            ["PULUMI_BACKEND_URL"] = new Uri(Path.Combine(workspace.scratch, "state")).AbsoluteUri,
            ["PULUMI_CONFIG_PASSPHRASE"] = "test",
            ["PULUMI_SKIP_UPDATE_CHECK"] = "true",
            ["PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION"] = "true",
            ["PULUMI_DEBUG_COMMANDS"] = "true",
            ["NO_COLOR"] = "1",
            ["DOTNET_NOLOGO"] = "1",
            ["MSBUILDDISABLENODEREUSE"] = "1",
            ["UseSharedCompilation"] = "false",
        })
        {
            workspace.Environment[name] = value;
        }

        return workspace;
    }

    public Task<ProcessRun> PulumiAsync(params string[] arguments) =>
        RunAsync(Tree, "pulumi", [.. arguments, "--non-interactive"]);

    public Task<ProcessRun> RunAsync(string folder, string program, params string[] arguments) =>
        ProcessRun.RunAsync(folder, Environment, TimeSpan.FromMinutes(10), program, arguments);

    public void Dispose()
    {
        try
        {
            Directory.Delete(scratch, recursive: true);
        }
        catch (IOException)
        {
            // A build server may hold a file for a moment; a folder left in the temporary folder harms nobody.
        }
    }

    private static void Copy(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in Directory.EnumerateFiles(from))
        {
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
        }

        foreach (var folder in Directory.EnumerateDirectories(from))
        {
            var name = Path.GetFileName(folder);
            if (!LeftOut.Contains(name))
            {
                Copy(folder, Path.Combine(to, name));
            }
        }
    }
}
