using System.ComponentModel.DataAnnotations;
using Infra.Settings;

namespace Infra.Training.Jobs;

/// <summary>Steps that run one after the other whenever somebody starts the pipeline.</summary>
internal sealed record PipelineSettings : IConsistent
{
    /// <summary>The steps by name.</summary>
    public required IReadOnlyDictionary<string, PipelineStep> Steps { get; init; }

    /// <summary>Steps of one execution that run at the same time, 1 to 50. Default: 1; each needs its own quota.</summary>
    [Range(1, 50)]
    public int MaxParallelSteps { get; init; } = 1;

    public IEnumerable<SettingFault> Inconsistencies(string path)
    {
        if (Steps.Count is 0 or > 50)
            yield return new(SettingsShape.Join(path, "steps"), $"has {Steps.Count} entries", "1 to 50 entries");

        var names = string.Join(", ", Steps.Keys);
        foreach (var (name, step) in Steps)
        {
            foreach (var earlier in step.After.Where(earlier => !Steps.ContainsKey(earlier)))
                yield return new(SettingsShape.Join(path, $"steps.{name}.after"), $"names '{earlier}'", $"steps of this pipeline: {names}");
        }

        if (StepOrder.Of(Steps) is null)
        {
            yield return new(
                SettingsShape.Join(path, "steps"), "go round in a circle", "steps each of which can begin once others have ended");
        }
    }
}
