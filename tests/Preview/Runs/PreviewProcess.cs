using System.Diagnostics;

namespace Preview.Tests.Runs;

/// <summary>The preview as users start it: a process with exit code, stdout and stderr.</summary>
internal sealed record PreviewProcess(int ExitCode, string Output, string Error)
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(3);

    public static async Task<PreviewProcess> RunAsync(string folder, params string[] arguments)
    {
        using var process = Start(folder, arguments);
        return await EndAsync(process);
    }

    public static Process Start(string folder, params string[] arguments) =>
        Process.Start(new ProcessStartInfo("dotnet", [Built.Preview, .. arguments])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = System.Text.Encoding.UTF8,
        })!;

    public static async Task<PreviewProcess> EndAsync(Process process)
    {
        using var timeout = new CancellationTokenSource(Limit);
        var (output, error) = (process.StandardOutput.ReadToEndAsync(timeout.Token), process.StandardError.ReadToEndAsync(timeout.Token));
        try
        {
            await process.WaitForExitAsync(timeout.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            Assert.Fail($"The preview did not end within {Limit}.");
        }

        return new(process.ExitCode, await output, await error);
    }

    /// <summary>Fails the test, showing everything, unless the process ended as expected.</summary>
    public PreviewProcess Ended(int exitCode)
    {
        Assert.True(ExitCode == exitCode, $"exit code {ExitCode}, expected {exitCode}\n{Output}\n{Error}");
        return this;
    }
}
