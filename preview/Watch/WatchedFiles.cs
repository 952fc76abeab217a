using System.Collections.Immutable;
using System.Diagnostics;

namespace Preview.Watch;

/// <summary>Waits until somebody has saved something. What is saved during a preview counts too: it is seen at the next wait.</summary>
internal sealed class WatchedFiles(WatchedPlaces places)
{
    /// <summary>How long nothing may change before a burst of writes counts as one save.</summary>
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(200);

    private static readonly TimeSpan ShortestPause = TimeSpan.FromMilliseconds(250);

    /// <summary>Looking takes at most the twentieth part of a processor, however many files there are.</summary>
    private const int PausePerLook = 20;

    private WatchedPlaces places = places;
    private Snapshot last = Snapshot.Of(places);

    /// <summary>The files that have changed since the last wait, or since the beginning.</summary>
    public async Task<ImmutableArray<string>> NextAsync(CancellationToken cancellation)
    {
        while (true)
        {
            var clock = Stopwatch.StartNew();
            var now = Snapshot.Of(places, last);
            var look = clock.Elapsed;
            if (now.ChangedSince(last).IsEmpty)
            {
                last = now;
                await Task.Delay(look * PausePerLook > ShortestPause ? look * PausePerLook : ShortestPause, cancellation);
                continue;
            }

            var settled = await SettledAsync(now, cancellation);
            var changed = settled.ChangedSince(last);
            last = settled;
            if (!changed.IsEmpty)
            {
                return changed;
            }
        }
    }

    /// <summary>Watches other places from now on. What they have that the old ones had not is no change.</summary>
    public void Move(WatchedPlaces to)
    {
        var before = Snapshot.Of(places, last);
        last = last.ChangedSince(before).IsEmpty ? Snapshot.Of(to, last) : last;
        places = to;
    }

    private async Task<Snapshot> SettledAsync(Snapshot first, CancellationToken cancellation)
    {
        for (var before = first; ;)
        {
            await Task.Delay(Quiet, cancellation);
            var now = Snapshot.Of(places, before);
            if (now.ChangedSince(before).IsEmpty)
            {
                return now;
            }

            before = now;
        }
    }
}
