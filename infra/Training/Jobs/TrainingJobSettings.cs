using System.ComponentModel.DataAnnotations;

namespace Infra.Training.Jobs;

/// <summary>A job that a deployment runs once.</summary>
internal sealed record TrainingJobSettings
{
    /// <summary>The key of <c>trainingFamilies</c> whose image, instances, limits and channels the job has.</summary>
    public required string Family { get; init; }

    /// <summary>File of <c>code/&lt;family&gt;/sourcedir.tar.gz</c> that trains, for images that take their script from S3.
    /// Default: the image knows what to run.</summary>
    [ScriptName]
    public string? Script { get; init; }

    /// <summary>Hyperparameters over the family's.</summary>
    [Length(0, 90)]
    public IReadOnlyDictionary<string, string> HyperParameters { get; init; } = new SortedDictionary<string, string>();

    /// <summary>Counts the runs of the same job, 1 to 10000: raise it to run the job again although nothing else changed,
    /// for example on new data. Default: 1.</summary>
    [Range(1, 10000)]
    public int Run { get; init; } = 1;
}
