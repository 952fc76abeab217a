using System.ComponentModel;
using System.Diagnostics;

namespace Infra.Tests.Samples;

/// <summary>Runs the sample scripts, which need Python and nothing else.</summary>
internal static class Python
{
    private const string Command = "python3";

    private static readonly Lazy<bool> IsHere = new(() =>
    {
        try
        {
            using var version = Start(["--version"]);
            version.WaitForExit();
            return version.ExitCode == 0;
        }
        catch (Win32Exception)
        {
            return false;
        }
    });

    public static void Require() => Skip.IfNot(IsHere.Value, $"{Command} is not on PATH, so the sample scripts were not run.");

    public static Process Start(params IEnumerable<string> arguments) => Process.Start(new ProcessStartInfo(Command, ["-B", .. arguments])
    {
        RedirectStandardOutput = true,
        RedirectStandardError = true,
        UseShellExecute = false,
    })!;

    /// <summary>Runs to the end and gives back what was printed.</summary>
    public static async Task<(int ExitCode, string Printed)> RunAsync(params IEnumerable<string> arguments)
    {
        using var process = Start(arguments);
        var errors = process.StandardError.ReadToEndAsync();
        var printed = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, printed + await errors);
    }
}
