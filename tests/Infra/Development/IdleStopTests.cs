using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using Infra.Tests.Builders;

namespace Infra.Tests.Development;

/// <summary>The script that notebooks run, asked what it makes of Jupyter's answers. Skipped where Python is missing.</summary>
public class IdleStopTests
{
    private const int Now = 1_800_000_000;

    [SkippableTheory]
    [InlineData(10, 20, 600, "whoever works in Jupyter is active")]
    [InlineData(90, 20, 1200, "a kernel's activity is newer than the server's")]
    [InlineData(90, 80, 4800, "the youngest activity counts")]
    public async Task It_counts_from_the_latest_activity(int serverMinutes, int kernelMinutes, int expected, string why) => Assert.True(
        expected == await IdleSecondsAsync(Status(serverMinutes), [Kernel("idle", kernelMinutes)], [], bootMinutes: 300), why);

    [SkippableFact]
    public async Task A_kernel_at_work_is_activity_however_old() =>
        Assert.Equal(0, await IdleSecondsAsync(Status(500), [Kernel("idle", 500), Kernel("busy", 500)], [], bootMinutes: 600));

    [SkippableFact]
    public async Task A_terminal_counts_as_a_kernel_does() =>
        Assert.Equal(300, await IdleSecondsAsync(Status(500), [], [new JsonObject { ["last_activity"] = Ago(5) }], bootMinutes: 600));

    [SkippableFact]
    public async Task Time_before_the_start_does_not_count() =>
        Assert.Equal(120, await IdleSecondsAsync(Status(500), [], [], bootMinutes: 2));

    private static JsonObject Status(int minutesAgo) => new() { ["last_activity"] = Ago(minutesAgo), ["kernels"] = 1 };

    private static JsonObject Kernel(string state, int minutesAgo) =>
        new() { ["execution_state"] = state, ["last_activity"] = Ago(minutesAgo) };

    private static string Ago(int minutes) => DateTimeOffset.FromUnixTimeSeconds(Now - (minutes * 60))
        .ToString("yyyy-MM-ddTHH:mm:ss.ffffffZ", CultureInfo.InvariantCulture);

    private static async Task<int> IdleSecondsAsync(JsonObject status, JsonArray kernels, JsonArray terminals, int bootMinutes)
    {
        var python = (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Select(folder => Path.Combine(folder, OperatingSystem.IsWindows() ? "python.exe" : "python3"))
            .FirstOrDefault(File.Exists);
        Skip.If(python is null, "Python is not on PATH.");
        var script = Path.Combine(StackYaml.RepositoryFolder, "infra", "Development", "idle-stop.py");
        const string Program =
            "import json, runpy, sys; print(int(runpy.run_path(sys.argv[1])['idle_seconds'](*json.loads(sys.argv[2]))))";
        var arguments = new JsonArray(status, kernels, terminals, Now - (bootMinutes * 60), Now);
        using var process = Process.Start(new ProcessStartInfo(python!, ["-B", "-c", Program, script, arguments.ToJsonString()])
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
        })!;
        var answer = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return int.Parse(answer, CultureInfo.InvariantCulture);
    }
}
