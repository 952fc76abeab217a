using Pulumirpc;

namespace Benchmarks;

/// <summary>What Remediate and Analyze take of a processor for one resource, in the pack's process and, for ours, without one.</summary>
internal static class PerResource
{
    private const int Count = 4000;
    private const int Rounds = 3;

    /// <summary>On .NET code is compiled while it runs, and again when it has run often: that is no cost of a resource.</summary>
    private const int RoundsToCompile = 5;
    private const double Reach = 30;

    public static async Task<IReadOnlyList<Row>> RunAsync(Packs packs)
    {
        AnalyzeRequest[] requests = [.. (await PlannedResources.OfProdAsync()).Requests(Count)];
        var native = await PoliciesAlone.MeasureNativeAsync(requests, Rounds);
        var rows = new List<Row>
        {
            new("CPU per resource, policies alone", packs.Native.Name, "µs", [.. native.SelectMany(figures => figures)], Reach),
            new("CPU per resource, policies alone", $"{packs.Native.Name}, first {Count:N0}", "µs", [.. native.Select(figures => figures[0])]),
            new("CPU per resource, policies alone", packs.Managed.Name, "µs", PoliciesAlone.Measure(requests)[RoundsToCompile..]),
        };
        foreach (var pack in packs.All)
        {
            using var running = await RunningPack.StartAsync(pack);
            var figures = new List<double>();
            for (var round = 0; round <= Rounds; round++)
            {
                var before = running.Cpu;
                foreach (var request in requests)
                {
                    await running.JudgeAsync(request);
                }

                if (round > 0)
                {
                    figures.Add((running.Cpu - before).TotalMicroseconds / Count);
                }
            }

            rows.Add(new("CPU per resource, over gRPC", pack.Name, "µs", figures));
        }

        return rows;
    }
}
