using System.Globalization;
using System.Text.RegularExpressions;

namespace Benchmarks;

/// <summary>The offline preview of stacks of a hundred, a thousand and ten thousand resources: neither time nor memory of each may rise.</summary>
internal static partial class Growth
{
    private const int Rounds = 3;
    private const double ReachMilliseconds = 5_000;
    private const double ReachMebibytes = 500;

    public static async Task<IReadOnlyList<Row>> RunAsync(Packs packs)
    {
        var native = await PreviewForm.PublishNativeAsync();
        var stacks = new[] { 100, 1_000, 10_000 }.Select(resources => new GrownStack(resources)).ToArray();
        var largest = stacks[^1];
        var runs = stacks.ToDictionary(stack => stack, _ => new List<Finished>());
        var (natively, withoutPolicies) = (new List<Finished>(), new List<Finished>());
        for (var round = 0; round < Rounds; round++)
        {
            foreach (var stack in stacks)
            {
                runs[stack].Add(await PreviewAsync(PreviewForm.OnDotNet, stack));
            }

            natively.Add(await PreviewAsync(native, largest));
            withoutPolicies.Add(await PreviewAsync(PreviewForm.OnDotNet, largest, "--policy-pack-config", largest.NoPolicies));
        }

        IEnumerable<Row> Of(string work, string unit, Func<Finished, GrownStack, double> figure) => stacks.Select(
            stack => new Row(work, $"{stack.Resources:N0} resources", unit, [.. runs[stack].Select(run => figure(run, stack))]));
        return
        [
            .. Of("offline preview as a stack grows", "ms", (run, _) => TimeOf(run)),
            new("offline preview as a stack grows", $"{largest.Resources:N0}, native", "ms", [.. natively.Select(TimeOf)], ReachMilliseconds),
            new("offline preview as a stack grows", $"{largest.Resources:N0}, policies disabled", "ms", [.. withoutPolicies.Select(TimeOf)]),
            .. Of("the same, for each resource", "ms", (run, stack) => TimeOf(run) / stack.Resources),
            .. Of("the same, peak memory", "MiB", (run, _) => PeakMemoryOf(run)),
            new("the same, peak memory", $"{largest.Resources:N0}, native", "MiB", [.. natively.Select(PeakMemoryOf)], ReachMebibytes),
            .. Of("the same, peak memory for each resource", "KiB", (run, stack) => PeakMemoryOf(run) * 1024 / stack.Resources),
        ];
    }

    private static Task<Finished> PreviewAsync(PreviewForm form, GrownStack stack, params string[] arguments) =>
        form.RunAsync(stack.Folder, [GrownStack.Name, .. arguments], new Dictionary<string, string> { ["PREVIEW_TRACE"] = "1" });

    private static double TimeOf(Finished run) => run.Duration.TotalMilliseconds;

    /// <summary>As the preview's own trace has it, in MiB.</summary>
    private static double PeakMemoryOf(Finished run) =>
        double.Parse(PeakMemory().Match(run.Errors).Groups[1].ValueSpan, NumberStyles.AllowThousands, CultureInfo.InvariantCulture);

    [GeneratedRegex("([0-9,]+) MiB at most")]
    private static partial Regex PeakMemory();
}
