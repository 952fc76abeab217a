namespace Benchmarks;

/// <summary>A copy of a project with a Pulumi home and a state of its own.</summary>
internal sealed class CliProject : IDisposable
{
    private const string Stack = "dev";

    private readonly string scratch = Directory.CreateTempSubdirectory("benchmark-").FullName;
    private readonly Dictionary<string, string> environment;

    public CliProject(string source)
    {
        foreach (var folder in (string[])["home", "state", "project"])
        {
            Directory.CreateDirectory(Path.Combine(scratch, folder));
        }

        foreach (var file in Directory.EnumerateFiles(source))
        {
            File.Copy(file, Path.Combine(Folder, Path.GetFileName(file)));
        }

        environment = new()
        {
            ["PULUMI_HOME"] = Path.Combine(scratch, "home"),
            ["PULUMI_BACKEND_URL"] = new Uri(Path.Combine(scratch, "state")).AbsoluteUri,
            ["PULUMI_CONFIG_PASSPHRASE"] = "benchmark",
            ["PULUMI_SKIP_UPDATE_CHECK"] = "true",
            ["PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION"] = "true",
        };
    }

    private string Folder => Path.Combine(scratch, "project");

    public Task InitializeAsync() => RunAsync("stack", "init", Stack);

    /// <summary>How many milliseconds a preview takes.</summary>
    public async Task<double> PreviewAsync(params string[] arguments) =>
        (await RunAsync(["preview", "--stack", Stack, .. arguments])).Duration.TotalMilliseconds;

    public void Dispose() => Directory.Delete(scratch, recursive: true);

    private async Task<Finished> RunAsync(params string[] arguments)
    {
        var run = await Finished.RunAsync(Folder, "pulumi", [.. arguments, "--non-interactive"], environment);

        // 1: a policy is violated, which is not what is measured; whatever else goes wrong says so.
        return run.ExitCode == 0 || run.Output.Contains("Policies:", StringComparison.Ordinal)
            ? run
            : throw new InvalidOperationException($"pulumi {string.Join(' ', arguments)} ended with {run.ExitCode}:\n{run.Output}");
    }
}
