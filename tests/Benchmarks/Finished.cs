using System.Diagnostics;

namespace Benchmarks;

/// <summary>A process that has ended.</summary>
/// <param name="ExitCode">How.</param>
/// <param name="Output">What it wrote to stdout; to either stream where it failed.</param>
/// <param name="Errors">What it wrote to stderr.</param>
/// <param name="Duration">From before its start to after its end.</param>
internal sealed record Finished(int ExitCode, string Output, string Errors, TimeSpan Duration)
{
    public static async Task<Finished> RunAsync(
        string folder, string program, IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? environment = null)
    {
        var info = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
        {
            info.Environment[name] = value;
        }

        var watch = Stopwatch.StartNew();
        using var process = Process.Start(info)!;
        process.StandardInput.Close();
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        var text = await output;
        var duration = watch.Elapsed;
        var errors = await error;
        return new(process.ExitCode, process.ExitCode == 0 ? text : text + errors, errors, duration);
    }
}
