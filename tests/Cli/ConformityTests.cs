using System.Reflection;
using System.Text.Json;

namespace Cli.Tests;

/// <summary>
/// The local SDKs say to the real engine what the official ones say: each program of tests/Conformity is run under the CLI and
/// compared, call by call, with what was recorded of the official SDK.
/// </summary>
public class ConformityTests
{
    private const string Python = "python3";

    /// <summary>Programs recorded at the same time; each keeps one core busy.</summary>
    private const int SideBySide = 2;

    private static readonly string Folder = Path.Combine(Workspace.RepositoryRoot, "tests", "Conformity");

    [SkippableFact]
    public async Task Every_program_says_to_the_engine_what_it_says_with_the_official_SDK()
    {
        RealPulumi.Require("pulumi-resource-aws-native", Python);
        var found = Directory.CreateTempSubdirectory("conformity-").FullName;
        try
        {
            var shards = Enumerable.Range(0, SideBySide)
                .Select(shard => Programs().Where((_, index) => index % SideBySide == shard).ToArray());

            foreach (var recorded in await Task.WhenAll(shards.Select(names => RecordAsync(found, names))))
            {
                recorded.Ended(0);
            }

            (await RunAsync(["--compare", "recordings", found])).Ended(0);
        }
        finally
        {
            Directory.Delete(found, recursive: true);
        }
    }

    private static string[] Programs()
    {
        using var list = JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder, "programs.json")));
        return [.. list.RootElement.EnumerateObject().Select(program => program.Name)];
    }

    private static Task<ProcessRun> RecordAsync(string found, string[] names)
    {
        var binary = typeof(ConformityTests).Assembly
            .GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == "ConformityPrograms").Value!;
        return RunAsync(["--binary", binary, "--out", found, .. names]);
    }

    private static Task<ProcessRun> RunAsync(string[] arguments) => ProcessRun.RunAsync(
        Folder, new Dictionary<string, string>(), TimeSpan.FromMinutes(15), Python, ["record", .. arguments]);
}
