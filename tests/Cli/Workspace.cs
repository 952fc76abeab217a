using System.Reflection;

namespace Cli.Tests;

/// <summary>
/// A copy of the repository's files in a folder of its own, with a Pulumi home and a state beside it, so that builds do not meet the
/// ones of the tests and nothing of the user's is touched. Deleted when disposed of.
/// </summary>
internal sealed class Workspace : IDisposable
{
    private static readonly string[] Built = ["bin", "obj"];
    private static readonly string[] LeftOut = [.. Built, ".git", "node_modules", "TestResults", "artifacts"];

    private Workspace()
    {
        foreach (var folder in (string[])["tree", "home", "state"])
        {
            Directory.CreateDirectory(Path.Combine(Scratch, folder));
        }

        Environment = new()
        {
            ["PULUMI_HOME"] = Path.Combine(Scratch, "home"),
            ["PULUMI_BACKEND_URL"] = new Uri(State).AbsoluteUri,
            ["PULUMI_CONFIG_PASSPHRASE"] = "test",
            ["PULUMI_SKIP_UPDATE_CHECK"] = "true",
            ["PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION"] = "true",

            // Makes the CLI know --event-log.
            ["PULUMI_DEBUG_COMMANDS"] = "true",
            ["NO_COLOR"] = "1",
            ["DOTNET_NOLOGO"] = "1",

            // A build that stays behind would hold the folder.
            ["MSBUILDDISABLENODEREUSE"] = "1",
        };
    }

    /// <summary>The repository that this test was built from.</summary>
    public static string RepositoryRoot { get; } = typeof(Workspace).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == "RepositoryRoot").Value!;

    /// <summary>The folder of the copy.</summary>
    public string Tree => Path.Combine(Scratch, "tree");

    private string State => Path.Combine(Scratch, "state");

    /// <summary>A folder for what a test writes.</summary>
    public string Scratch { get; } = Directory.CreateTempSubdirectory("pulumi-cli-test-").FullName;

    public Dictionary<string, string> Environment { get; }

    /// <summary>A copy of the whole repository, or of one folder of it.</summary>
    public static Workspace CopyOf(string folder = ".")
    {
        var workspace = new Workspace();
        Copy(Path.GetFullPath(Path.Combine(RepositoryRoot, folder)), workspace.Tree, LeftOut);
        return workspace;
    }

    /// <summary>A workspace without files.</summary>
    public static Workspace Empty() => new();

    /// <summary>A copy of this copy with what is built in it.</summary>
    public Workspace CopyBuilt()
    {
        var workspace = new Workspace();
        Copy(Tree, workspace.Tree, []);
        return workspace;
    }

    /// <summary>A copy of this copy with its stacks as they are now.</summary>
    public Workspace CopyWithStacks()
    {
        var workspace = CopyBuilt();
        Copy(State, workspace.State, []);
        return workspace;
    }

    public Task<ProcessRun> PulumiAsync(params string[] arguments) => PulumiInAsync(Tree, arguments);

    public Task<ProcessRun> PulumiInAsync(string folder, params string[] arguments) =>
        RunAsync(folder, "pulumi", [.. arguments, "--non-interactive"]);

    public Task<ProcessRun> RunAsync(string folder, string program, params string[] arguments) =>
        ProcessRun.RunAsync(folder, Environment, TimeSpan.FromMinutes(10), program, arguments);

    public void Dispose()
    {
        try
        {
            Directory.Delete(Scratch, recursive: true);
        }
        catch (IOException)
        {
            // A build server may hold a file for a moment; a folder left in the temporary folder harms nobody.
        }
    }

    private static void Copy(string from, string to, string[] leftOut)
    {
        Directory.CreateDirectory(to);
        foreach (var file in Directory.EnumerateFiles(from))
        {
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
        }

        foreach (var folder in Directory.EnumerateDirectories(from))
        {
            var name = Path.GetFileName(folder);
            if (!leftOut.Contains(name))
            {
                Copy(folder, Path.Combine(to, name), leftOut);
            }
        }
    }
}
