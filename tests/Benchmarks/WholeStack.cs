using System.Diagnostics;

namespace Benchmarks;

/// <summary>
/// AnalyzeStack of a large stack by a pack that has just started: how long the client waits, and how much memory the process has had. In
/// the first round, which is not counted, the client's own code is compiled.
/// </summary>
internal static class WholeStack
{
    private const int Count = 10_000;
    private const int Rounds = 9;

    public static async Task<IReadOnlyList<Row>> RunAsync(Packs packs)
    {
        var request = (await PlannedResources.OfProdAsync()).Stack(Count);
        var times = packs.All.ToDictionary(pack => pack, _ => new List<double>());
        var memory = packs.All.ToDictionary(pack => pack, _ => new List<double>());
        for (var round = 0; round <= Rounds; round++)
        {
            foreach (var pack in packs.All)
            {
                using var running = await RunningPack.StartAsync(pack);
                var watch = Stopwatch.StartNew();
                await running.Client.AnalyzeStackAsync(request);
                times[pack].Add(watch.Elapsed.TotalMilliseconds);
                memory[pack].Add(running.PeakMemory);
            }
        }

        return
        [
            .. packs.All.Select(pack => new Row("AnalyzeStack, 10,000 resources", pack.Name, "ms", times[pack][1..], pack == packs.Native ? 250 : null)),
            .. packs.All.Select(pack => new Row("the same, peak memory", pack.Name, "MiB", memory[pack][1..], pack == packs.Native ? 80 : null)),
        ];
    }
}
