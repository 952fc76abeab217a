using System.ComponentModel.DataAnnotations;
using Infra.Settings;

namespace Infra.Training.Jobs;

/// <summary>A search for good hyperparameters that a deployment runs once.</summary>
internal sealed record TuningJobSettings : IConsistent
{
    /// <summary>The key of <c>trainingFamilies</c> that each trial trains.</summary>
    public required string Family { get; init; }

    /// <summary>File of <c>code/&lt;family&gt;/sourcedir.tar.gz</c> that trains, for images that take their script from S3.
    /// Default: the image knows what to run.</summary>
    [ScriptName]
    public string? Script { get; init; }

    /// <summary>The hyperparameters to try by name, each with what to try: <c>1 to 10</c>, <c>0.001 to 0.1,
    /// logarithmic</c> or <c>adam, sgd</c>.</summary>
    [Length(1, 30)]
    public required IReadOnlyDictionary<string, string> Ranges { get; init; }

    /// <summary>Name of the metric that trials are compared by.</summary>
    public required string Metric { get; init; }

    /// <summary>Finds the metric in a trial's log; its first group is the value.</summary>
    [MetricPattern]
    public required string MetricRegex { get; init; }

    /// <summary>Which values of the metric are good. Default: Minimize.</summary>
    [AllowedValues("Minimize", "Maximize")]
    public string Goal { get; init; } = "Minimize";

    /// <summary>How the next trial is chosen. Default: Bayesian, from what the trials before it came to.</summary>
    [AllowedValues("Bayesian", "Random")]
    public string Strategy { get; init; } = "Bayesian";

    /// <summary>Trials at most, 1 to 500: each costs what a job of the family costs.</summary>
    [Range(1, 500)]
    public required int MaxTrials { get; init; }

    /// <summary>Trials at the same time, 1 to 100. Default: 1; each needs its own quota.</summary>
    [Range(1, 100)]
    public int MaxParallelTrials { get; init; } = 1;

    /// <summary>End trials early that will not come to much. Default: true.</summary>
    public bool EarlyStopping { get; init; } = true;

    /// <summary>Hyperparameters of all trials, over the family's.</summary>
    [Length(0, 90)]
    public IReadOnlyDictionary<string, string> HyperParameters { get; init; } = new SortedDictionary<string, string>();

    /// <summary>Counts the runs of the same search, 1 to 10000: raise it to run it again although nothing else changed.
    /// Default: 1.</summary>
    [Range(1, 10000)]
    public int Run { get; init; } = 1;

    public IEnumerable<SettingFault> Inconsistencies(string path)
    {
        foreach (var (name, text) in Ranges.Where(range => !ParameterRange.TryParse(range.Value, out _)))
            yield return new(SettingsShape.Join(path, $"ranges.{name}"), $"is '{text}'", ParameterRange.Accepted);
        foreach (var name in Ranges.Keys.Intersect(HyperParameters.Keys))
        {
            yield return new(
                SettingsShape.Join(path, $"hyperParameters.{name}"), $"is '{HyperParameters[name]}'",
                "nothing, because ranges says what to try of it");
        }

        if (MaxParallelTrials > MaxTrials)
        {
            yield return new(
                SettingsShape.Join(path, "maxParallelTrials"), $"is {MaxParallelTrials}", $"at most maxTrials ({MaxTrials})");
        }
    }
}
