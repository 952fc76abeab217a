using System.Diagnostics;
using System.Globalization;
using Preview.Tests.Runs;

namespace Preview.Tests.Watch;

/// <summary>A watch in a process of its own, and what it prints between one wait and the next.</summary>
internal sealed class WatchedPreview : IDisposable
{
    private const string Waiting = "Waiting for a change; Ctrl-C ends.";

    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    private readonly Process process;
    private readonly List<string> errors = [];
    private readonly CancellationTokenSource timeout = new(TimeSpan.FromMinutes(8));

    public WatchedPreview(string folder, params string[] arguments)
    {
        process = PreviewProcess.Start(folder, ["--watch", .. arguments]);
        process.ErrorDataReceived += (_, line) =>
        {
            lock (errors)
            {
                errors.Add(line.Data ?? "");
            }
        };
        process.BeginErrorReadLine();
    }

    public string Errors
    {
        get
        {
            lock (errors)
            {
                return string.Join('\n', errors);
            }
        }
    }

    public int ErrorLines(string line)
    {
        lock (errors)
        {
            return errors.Count(error => error == line);
        }
    }

    /// <summary>What it prints until it waits for a change.</summary>
    public async Task<string> NextAsync()
    {
        var lines = new List<string>();
        while (true)
        {
            var line = await process.StandardOutput.ReadLineAsync(timeout.Token).AsTask().WaitAsync(Limit)
                ?? throw new InvalidOperationException($"The watch has ended:\n{string.Join('\n', lines)}\n{Errors}");
            if (line == Waiting)
            {
                return string.Join('\n', lines);
            }

            lines.Add(line);
        }
    }

    /// <summary>Waits for something that the watch does not print.</summary>
    public static async Task UntilAsync(Func<bool> isSo, string what)
    {
        for (var clock = Stopwatch.StartNew(); !isSo(); await Task.Delay(20))
        {
            Assert.True(clock.Elapsed < Limit, $"Not within {Limit}: {what}");
        }
    }

    /// <summary>Ends it as Ctrl-C does.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> InterruptAsync()
    {
        using (var kill = Process.Start("kill", ["-INT", process.Id.ToString(CultureInfo.InvariantCulture)]))
        {
            await kill.WaitForExitAsync();
        }

        await process.WaitForExitAsync().WaitAsync(Limit);
        return process.ExitCode;
    }

    public void Dispose()
    {
        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
        }

        process.Dispose();
        timeout.Dispose();
    }
}
