using System.Runtime.InteropServices;

namespace Pulumi.Policy.Serving;

/// <summary>
/// Notices when the process that started this one has ended. A pack started by "dotnet run" would otherwise outlive it, hold its pipes
/// open, and keep whoever waits for them waiting. On Windows "dotnet run" takes its child along.
/// </summary>
internal static partial class ParentWatch
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    public static async Task UntilGoneAsync(CancellationToken cancellation)
    {
        if (OperatingSystem.IsWindows())
        {
            await Task.Delay(Timeout.Infinite, cancellation);
        }

        var parent = ParentId();
        while (ParentId() == parent)
        {
            await Task.Delay(Pause, cancellation);
        }
    }

    /// <summary>An orphan gets another parent.</summary>
    [LibraryImport("libc", EntryPoint = "getppid")]
    private static partial int ParentId();
}
