namespace Benchmarks;

/// <summary>The offline preview of dev as it is built: a whole process with program, policies and prices.</summary>
internal static class OfflinePreview
{
    private const int Rounds = 7;

    public static async Task<IReadOnlyList<Row>> RunAsync(Packs packs)
    {
        var own = new List<double>();
        var isolated = new List<double>();
        for (var round = 0; round <= Rounds; round++)
        {
            own.Add(await MeasureAsync());
            isolated.Add(await MeasureAsync("--isolate"));
        }

        return
        [
            new("offline preview of dev", "ours, one process", "ms", own[1..], 500),
            new("offline preview of dev", "ours, --isolate", "ms", isolated[1..]),
        ];
    }

    private static async Task<double> MeasureAsync(params string[] arguments)
    {
        var run = await Finished.RunAsync(Packs.Root, "dotnet", [Packs.Preview, "dev", .. arguments]);
        return run.ExitCode == 0
            ? run.Duration.TotalMilliseconds
            : throw new InvalidOperationException($"The preview of dev ended with {run.ExitCode}:\n{run.Output}");
    }
}
