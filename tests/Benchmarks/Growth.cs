using System.Globalization;
using System.Text.RegularExpressions;

namespace Benchmarks;

/// <summary>The offline preview of stacks of a hundred, a thousand and ten thousand resources: neither time nor memory of each may rise.</summary>
internal static partial class Growth
{
    private const int Rounds = 3;

    public static async Task<IReadOnlyList<Row>> RunAsync(Packs packs)
    {
        var stacks = new[] { 100, 1_000, 10_000 }.Select(resources => new GrownStack(resources)).ToArray();
        var times = stacks.ToDictionary(stack => stack, _ => new List<double>());
        var memory = stacks.ToDictionary(stack => stack, _ => new List<double>());
        var withoutPolicies = new List<double>();
        for (var round = 0; round < Rounds; round++)
        {
            foreach (var stack in stacks)
            {
                var run = await PreviewAsync(stack);
                times[stack].Add(run.Duration.TotalMilliseconds);
                memory[stack].Add(PeakMemoryOf(run));
            }

            withoutPolicies.Add((await PreviewAsync(stacks[^1], "--policy-pack-config", stacks[^1].NoPolicies)).Duration.TotalMilliseconds);
        }

        Row Of(string work, GrownStack stack, string unit, IEnumerable<double> figures, double? reach = null) =>
            new(work, $"{stack.Resources:N0} resources", unit, [.. figures], stack == stacks[^1] ? reach : null);
        return
        [
            .. stacks.Select(stack => Of("offline preview as a stack grows", stack, "ms", times[stack], 5_000)),
            new("offline preview as a stack grows", $"{stacks[^1].Resources:N0}, policies disabled", "ms", withoutPolicies),
            .. stacks.Select(stack => Of("the same, for each resource", stack, "ms", times[stack].Select(time => time / stack.Resources))),
            .. stacks.Select(stack => Of("the same, peak memory", stack, "MiB", memory[stack], 500)),
            .. stacks.Select(stack => Of("the same, peak memory for each resource", stack, "KiB", memory[stack].Select(peak => peak * 1024 / stack.Resources))),
        ];
    }

    private static async Task<Finished> PreviewAsync(GrownStack stack, params string[] arguments)
    {
        var run = await Finished.RunAsync(
            stack.Folder, "dotnet", [Packs.Preview, GrownStack.Name, .. arguments], new Dictionary<string, string> { ["PREVIEW_TRACE"] = "1" });
        return run.ExitCode == 0
            ? run
            : throw new InvalidOperationException($"The preview of {stack.Folder} ended with {run.ExitCode}:\n{run.Output}");
    }

    /// <summary>As the preview's own trace has it, in MiB.</summary>
    private static double PeakMemoryOf(Finished run) =>
        double.Parse(PeakMemory().Match(run.Errors).Groups[1].ValueSpan, NumberStyles.AllowThousands, CultureInfo.InvariantCulture);

    [GeneratedRegex("([0-9,]+) MiB at most")]
    private static partial Regex PeakMemory();
}
