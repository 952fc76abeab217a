using System.Diagnostics;

namespace Cli.Tests;

/// <summary>A finished process: how it ended and what it said.</summary>
internal sealed record ProcessRun(string Command, int ExitCode, string Output, string Error)
{
    /// <summary>Output and error, one after the other.</summary>
    public string Everything => $"{Output}\n{Error}";

    public IEnumerable<string> OutputLines => Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Fails the test, showing everything, unless the process ended as expected.</summary>
    public ProcessRun Ended(int exitCode)
    {
        Assert.True(ExitCode == exitCode, $"{Command} ended with {ExitCode}, expected {exitCode}:\n{Everything}");
        return this;
    }

    public static async Task<ProcessRun> RunAsync(
        string folder, IReadOnlyDictionary<string, string> environment, TimeSpan limit, string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(RealPulumi.FindOnPath(program) ?? program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        // What the test runner set for itself must not reach the builds that a test starts.
        foreach (var name in start.Environment.Keys.Where(IsOfTheTestRun).ToArray())
        {
            start.Environment.Remove(name);
        }

        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start.");
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        var command = $"{program} {string.Join(' ', arguments)}";
        using var timeout = new CancellationTokenSource(limit);
        try
        {
            await process.WaitForExitAsync(timeout.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            Assert.Fail($"{command} did not end within {limit}:\n{await output}\n{await error}");
        }

        return new(command, process.ExitCode, await output, await error);
    }

    private static bool IsOfTheTestRun(string name) =>
        name.StartsWith("MSBuild", StringComparison.OrdinalIgnoreCase)
        || name.StartsWith("VSTEST", StringComparison.OrdinalIgnoreCase)
        || name is "DOTNET_HOST_PATH" or "DOTNET_CLI_TELEMETRY_SESSIONID";
}
