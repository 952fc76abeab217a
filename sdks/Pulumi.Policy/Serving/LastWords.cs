using Pulumi.Policy.Hosting;

namespace Pulumi.Policy.Serving;

/// <summary>
/// Says, when the process is ended by its own code before the engine asked for it, what it was doing: the engine only tells its user that
/// it could not read the answer.
/// </summary>
internal sealed class LastWords : IDisposable
{
    private readonly PolicyPack pack;
    private readonly Activity activity;

    public LastWords(PolicyPack pack, Activity activity)
    {
        (this.pack, this.activity) = (pack, activity);
        AppDomain.CurrentDomain.ProcessExit += Say;
    }

    public void Dispose() => AppDomain.CurrentDomain.ProcessExit -= Say;

    private void Say(object? sender, EventArgs arguments)
    {
        var cause = activity.Current is { } busy ? $", while {busy}" : "";
        Console.Error.WriteLine(
            $"{pack.Name} {pack.Version} was ended with exit code {Environment.ExitCode} before the engine asked for it{cause}. "
            + "A policy must not end its process: one that throws is shown as a violation.");
    }
}
