using System.Globalization;
using Google.Protobuf;
using Policies.Packs;
using Pulumi.Policy;
using Pulumirpc;

namespace Benchmarks;

/// <summary>What each policy takes, alone in the engine's process; and what is left where a pack has none.</summary>
/// <remarks>What several policies read once for all of them counts for each, so that the sum is more than the whole pack takes.</remarks>
internal static class PerPolicy
{
    private const int Count = 10_000;
    private const int Rounds = 5;
    private const int WarmUps = 3;
    private const double BytesPerMebibyte = 1024 * 1024;

    private static readonly AnalyzerStackConfigureRequest Stack = new() { Project = "benchmark", Stack = "dev", Organization = "organization", DryRun = true };

    public static async Task RunAsync()
    {
        var resources = await PlannedResources.OfProdAsync();
        AnalyzeRequest[] requests = [.. resources.Requests(Count)];
        var stack = resources.Stack(Count).ToByteArray();
        Console.WriteLine("| policies of the pack | a resource, µs | bytes | AnalyzeStack of outputs, ms | MiB | of inputs and outputs, ms | MiB |");
        Console.WriteLine("| --- | --- | --- | --- | --- | --- | --- |");
        (string Name, PolicyPack Pack)[] rows =
        [
            ("all", Guardrails.Pack),
            ("none", Guardrails.Pack with { Policies = [] }),
            .. Guardrails.Pack.Policies.Select(policy => (policy.Policy.Info.Name, Guardrails.Pack with { Policies = [policy] })),
        ];

        // Until the runtime has compiled all that is measured.
        for (var warmUp = 0; warmUp < WarmUps; warmUp++)
        {
            _ = Measure(rows[0].Name, rows[0].Pack, requests, stack);
        }

        foreach (var (name, pack) in rows)
        {
            Console.WriteLine(Measure(name, pack, requests, stack));
        }
    }

    private static string Measure(string name, PolicyPack pack, AnalyzeRequest[] requests, byte[] stack)
    {
        var host = new PolicyHost(pack);
        var (resource, outputs, both) = (Figure.None, Figure.None, Figure.None);
        for (var round = 0; round < Rounds; round++)
        {
            host.ConfigureStack(Stack);
            outputs = Figure.Least(outputs, () => host.AnalyzeEncodedStack(stack));
            resource = Figure.Least(resource, () => PoliciesAlone.Judge(host, requests));
            both = Figure.Least(both, () => host.AnalyzeEncodedStack(stack));
        }

        return string.Create(
            CultureInfo.InvariantCulture,
            $"| {name} | {resource.Milliseconds * 1000 / Count:N1} | {resource.Bytes / Count:N0} "
            + $"| {outputs.Milliseconds:N0} | {outputs.Bytes / BytesPerMebibyte:N1} | {both.Milliseconds:N0} | {both.Bytes / BytesPerMebibyte:N1} |");
    }

    /// <summary>What some work took of the processor, and the bytes that it allocated.</summary>
    private readonly record struct Figure(double Milliseconds, double Bytes)
    {
        public static Figure None { get; } = new(double.MaxValue, double.MaxValue);

        /// <summary>The least of the rounds so far and of one more.</summary>
        public static Figure Least(Figure least, Action work)
        {
            GC.Collect();
            var (before, allocated) = (Environment.CpuUsage.TotalTime, GC.GetAllocatedBytesForCurrentThread());
            work();
            var time = Environment.CpuUsage.TotalTime - before;
            return new(
                Math.Min(least.Milliseconds, time.TotalMilliseconds),
                Math.Min(least.Bytes, GC.GetAllocatedBytesForCurrentThread() - allocated));
        }
    }
}
