using System.Diagnostics;
using System.Globalization;

namespace Preview.Tests.Runs;

public sealed class InterruptTests : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    private readonly SampleProject project = new();

    [SkippableTheory]
    [InlineData("INT")]
    [InlineData("TERM")]
    public async Task An_interrupt_ends_the_program_too(string signal)
    {
        Skip.If(OperatingSystem.IsWindows(), "Windows has no such signals to send to another process.");
        var file = Path.Combine(project.Folder, "process-id");
        using var preview = PreviewProcess.Start(
            project.Folder, "-c", "behaviour=hang", "-c", $"processIdFile={file}", "--policy-pack", Built.SamplePack);
        var program = await ProcessIdAsync(file);

        using (var kill = Process.Start("kill", [$"-{signal}", preview.Id.ToString(CultureInfo.InvariantCulture)]))
        {
            await kill.WaitForExitAsync();
        }

        var end = (await PreviewProcess.EndAsync(preview)).Ended(8);
        Assert.Contains("The preview was interrupted.", end.Error, StringComparison.Ordinal);
        Assert.False(IsRunning(program), "The program is still running.");
    }

    public void Dispose() => project.Dispose();

    private static async Task<int> ProcessIdAsync(string file)
    {
        for (var clock = Stopwatch.StartNew(); clock.Elapsed < Limit; await Task.Delay(50))
        {
            if (File.Exists(file) && int.TryParse(await File.ReadAllTextAsync(file), CultureInfo.InvariantCulture, out var id))
            {
                return id;
            }
        }

        throw new TimeoutException("The program did not start.");
    }

    private static bool IsRunning(int id)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            return !process.HasExited;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
