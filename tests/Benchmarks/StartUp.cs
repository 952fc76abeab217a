using System.Diagnostics;

namespace Benchmarks;

/// <summary>From the start of the process to the answer about the first resource.</summary>
internal static class StartUp
{
    private const int Rounds = 9;
    private const double Reach = 60;

    public static async Task<IReadOnlyList<Row>> RunAsync(Packs packs)
    {
        var first = (await PlannedResources.OfProdAsync()).Requests(1).Single();
        var figures = packs.All.ToDictionary(pack => pack, _ => new List<double>());

        // Side by side, so that whatever else the machine does is shared out. The first round warms the file system.
        for (var round = 0; round <= Rounds; round++)
        {
            foreach (var pack in packs.All)
            {
                var watch = Stopwatch.StartNew();
                using var running = await RunningPack.StartAsync(pack);
                await running.JudgeAsync(first);
                if (round > 0)
                {
                    figures[pack].Add(watch.Elapsed.TotalMilliseconds);
                }
            }
        }

        return [.. packs.All.Select(pack => new Row("start to first Analyze", pack.Name, "ms", figures[pack], pack == packs.Native ? Reach : null))];
    }
}
