using System.Runtime.InteropServices;

namespace Pulumi.Policy.Serving;

/// <summary>
/// Notices when the process that started this one has ended. A pack started by "dotnet run" would otherwise outlive it, hold its pipes
/// open, and keep whoever waits for them waiting. On Windows "dotnet run" takes its child along.
/// </summary>
internal sealed partial class ParentWatch
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    // Taken when the process starts: later the parent may be another one already.
    private readonly int parent = CurrentParent();

    public async Task UntilGoneAsync(CancellationToken cancellation)
    {
        while (CurrentParent() == parent)
        {
            await Task.Delay(Pause, cancellation);
        }
    }

    /// <summary>An orphan gets another parent.</summary>
    private static int CurrentParent() => OperatingSystem.IsWindows() ? 0 : ParentId();

    [LibraryImport("libc", EntryPoint = "getppid")]
    private static partial int ParentId();
}
