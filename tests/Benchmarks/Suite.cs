using System.Runtime.InteropServices;

namespace Benchmarks;

/// <summary>Runs the measurements and prints a table of each.</summary>
internal static class Suite
{
    private static readonly (string Name, Func<Packs, Task<IReadOnlyList<Row>>> Run)[] Measurements =
    [
        ("start", StartUp.RunAsync),
        ("resource", PerResource.RunAsync),
        ("stack", WholeStack.RunAsync),
        ("offline", OfflinePreview.RunAsync),
        ("growth", Growth.RunAsync),
        ("cli", CliPreview.RunAsync),
        ("folder", CliPreview.FolderAsync),
    ];

    /// <summary>A table of its own, of no interest to a comparison with others.</summary>
    private const string Policies = "policies";

    public static async Task<int> RunAsync(string[] names)
    {
        string[] known = [.. Measurements.Select(measurement => measurement.Name), Policies];
        var unknown = names.Except(known).ToArray();
        if (unknown.Length > 0)
        {
            await Console.Error.WriteLineAsync(
                $"There is no measurement {string.Join(", ", unknown)}; there are {string.Join(", ", known)}.");
            return 2;
        }

        if (names.Contains(Policies))
        {
            await PerPolicy.RunAsync();
            return names.Length == 1 ? 0 : await RunAsync([.. names.Where(name => name != Policies)]);
        }

        var packs = await Packs.PublishAsync();
        Console.WriteLine($"{RuntimeInformation.OSDescription}, {Environment.ProcessorCount} processors, {RuntimeInformation.FrameworkDescription}");
        if (packs.Node is null)
        {
            Console.WriteLine($"Not compared with the official SDK: {Interop.NodePack.WhyNot()}");
        }

        Console.WriteLine();
        Console.WriteLine("| work | who | median | least | reach | times ours |");
        Console.WriteLine("| --- | --- | --- | --- | --- | --- |");
        foreach (var (name, run) in Measurements.Where(one => names.Length == 0 ? one.Name != "folder" : names.Contains(one.Name)))
        {
            Row.Print(await run(packs));
        }

        return 0;
    }
}
