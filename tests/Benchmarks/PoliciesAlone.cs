using System.Globalization;
using Google.Protobuf;
using Policies.Packs;
using Pulumi.Policy;
using Pulumirpc;

namespace Benchmarks;

/// <summary>The policies without a connection: on the .NET runtime in the process that measures, natively compiled in processes of their own.</summary>
internal static class PoliciesAlone
{
    /// <summary>Tells a process to measure the requests of the file that follows, and to print the figure of each round on a line.</summary>
    public const string Argument = "--requests";

    private const int Rounds = 8;

    /// <summary>What each round took of a processor for a resource, in µs.</summary>
    public static double[] Measure(AnalyzeRequest[] requests)
    {
        var host = new PolicyHost(Guardrails.Pack);
        var figures = new double[Rounds];
        for (var round = 0; round < Rounds; round++)
        {
            // A stack begins anew, as it does in an engine.
            host.ConfigureStack(new() { DryRun = true });
            var before = Environment.CpuUsage.TotalTime;
            Judge(host, requests);
            figures[round] = (Environment.CpuUsage.TotalTime - before).TotalMicroseconds / requests.Length;
        }

        return figures;
    }

    /// <summary>What an engine asks about each resource.</summary>
    public static void Judge(PolicyHost host, AnalyzeRequest[] requests)
    {
        foreach (var request in requests)
        {
            host.Remediate(request);
            host.Analyze(request);
        }
    }

    /// <summary>The same as <see cref="Measure"/>, natively compiled: for each process the figures of its rounds.</summary>
    public static async Task<IReadOnlyList<double[]>> MeasureNativeAsync(AnalyzeRequest[] requests, int processes)
    {
        var executable = await Packs.PublishAsync("tests/Benchmarks", "policies-alone", "Benchmarks", "-p:NativeAot=true");
        var file = Path.Combine(Packs.Scratch, "requests.bin");
        await using (var stream = File.Create(file))
        {
            foreach (var request in requests)
            {
                request.WriteDelimitedTo(stream);
            }
        }

        var figures = new List<double[]>();
        for (var process = 0; process < processes; process++)
        {
            var run = await Finished.RunAsync(Packs.Root, executable, [Argument, file]);
            figures.Add(run.ExitCode == 0
                ? [.. run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => double.Parse(line, CultureInfo.InvariantCulture))]
                : throw new InvalidOperationException($"{executable} ended with {run.ExitCode}:\n{run.Output}"));
        }

        return figures;
    }

    /// <summary>What such a process does.</summary>
    public static int Run(string file)
    {
        using var stream = File.OpenRead(file);
        var requests = new List<AnalyzeRequest>();
        while (stream.Position < stream.Length)
        {
            requests.Add(AnalyzeRequest.Parser.ParseDelimitedFrom(stream));
        }

        foreach (var figure in Measure([.. requests]))
        {
            Console.WriteLine(figure.ToString(CultureInfo.InvariantCulture));
        }

        return 0;
    }
}
