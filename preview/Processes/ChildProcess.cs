using System.Diagnostics;
using Preview.CommandLine;

namespace Preview.Processes;

/// <summary>A process that the preview has started, and that does not outlive it.</summary>
internal sealed class ChildProcess : IAsyncDisposable
{
    private const int KeptErrorLines = 20;
    private static readonly TimeSpan LongestRest = TimeSpan.FromSeconds(1);

    private readonly Process process;
    private readonly Task errors;
    private readonly Queue<string> lastErrors = new();

    private ChildProcess(Process process, Action<string> onError)
    {
        this.process = process;
        errors = ForwardErrorsAsync(onError);
    }

    public StreamReader Output => process.StandardOutput;

    public bool HasExited => process.HasExited;

    public int ExitCode => process.ExitCode;

    /// <summary>The last lines of what it wrote to stderr, for a message about its end.</summary>
    public string LastErrors
    {
        get
        {
            lock (lastErrors)
            {
                return string.Join(Environment.NewLine, lastErrors);
            }
        }
    }

    /// <summary>Starts a process.</summary>
    /// <param name="start">What to start, and how.</param>
    /// <param name="onError">Gets each line of stderr.</param>
    /// <exception cref="UserErrorException">The file cannot be executed.</exception>
    public static ChildProcess Start(ChildStart start, Action<string> onError)
    {
        var info = new ProcessStartInfo(start.FileName, start.Arguments)
        {
            WorkingDirectory = start.Directory,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        foreach (var (name, value) in start.Environment)
        {
            info.Environment[name] = value;
        }

        try
        {
            var process = Process.Start(info) ?? throw new InvalidOperationException($"{start.FileName} did not start.");
            process.StandardInput.Close();
            return new(process, onError);
        }
        catch (Exception fault) when (fault is System.ComponentModel.Win32Exception or InvalidOperationException)
        {
            throw new UserErrorException($"{start.FileName} cannot be started: {fault.Message}");
        }
    }

    public async Task<int> WaitAsync(CancellationToken cancellation)
    {
        await process.WaitForExitAsync(cancellation);
        await errors;
        return process.ExitCode;
    }

    /// <summary>Waits a little for it to end by itself.</summary>
    public async Task<bool> EndsWithinAsync(TimeSpan limit)
    {
        using var timeout = new CancellationTokenSource(limit);
        try
        {
            await process.WaitForExitAsync(timeout.Token);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    /// <summary>Ends it and whatever it has started.</summary>
    public async ValueTask DisposeAsync()
    {
        try
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
                await process.WaitForExitAsync();
            }
        }
        catch (Exception fault) when (fault is InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            // It has ended in the meantime.
        }

        // What it wrote before its end is still in the pipe; a grandchild may hold that open.
        await Task.WhenAny(errors, Task.Delay(LongestRest));
        process.Dispose();
    }

    private async Task ForwardErrorsAsync(Action<string> onError)
    {
        while (await process.StandardError.ReadLineAsync() is { } line)
        {
            lock (lastErrors)
            {
                lastErrors.Enqueue(line);
                if (lastErrors.Count > KeptErrorLines)
                {
                    lastErrors.Dequeue();
                }
            }

            onError(line);
        }
    }
}
