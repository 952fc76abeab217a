using System.Diagnostics;
using Policies.Packs;
using Pulumi.Policy;
using Pulumirpc;

namespace Benchmarks;

/// <summary>What Remediate and Analyze take of a processor for one resource, in the pack's process and, for ours, without one.</summary>
internal static class PerResource
{
    private const int Count = 4000;
    private const int Rounds = 3;

    /// <summary>Code is compiled while it runs, and again when it has run often: that is no cost of a resource.</summary>
    private const int RoundsToCompile = 5;
    private const double Reach = 30;

    public static async Task<IReadOnlyList<Row>> RunAsync(Packs packs)
    {
        AnalyzeRequest[] requests = [.. (await PlannedResources.OfProdAsync()).Requests(Count)];
        var rows = new List<Row> { new("CPU per resource, policies alone", "ours, in the engine's process", "µs", InProcess(requests), Reach) };
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

    private static List<double> InProcess(AnalyzeRequest[] requests)
    {
        var host = new PolicyHost(Guardrails.Pack);
        var figures = new List<double>();
        for (var round = 0; round < RoundsToCompile + Rounds; round++)
        {
            // A stack begins anew, as it does in an engine.
            host.ConfigureStack(new() { DryRun = true });
            var before = Process.GetCurrentProcess().TotalProcessorTime;
            foreach (var request in requests)
            {
                host.Remediate(request);
                host.Analyze(request);
            }

            if (round >= RoundsToCompile)
            {
                figures.Add((Process.GetCurrentProcess().TotalProcessorTime - before).TotalMicroseconds / Count);
            }
        }

        return figures;
    }
}
