using System.ComponentModel.DataAnnotations;

namespace Infra.Training.Jobs;

/// <summary>A training job of a family, on the capacity and within the limits of the family.</summary>
internal sealed record TrainingStep
{
    /// <summary>The key of <c>trainingFamilies</c> that the step trains.</summary>
    public required string Family { get; init; }

    /// <summary>File of <c>code/&lt;family&gt;/sourcedir.tar.gz</c> that trains, for images that take their script from S3.
    /// Default: the image knows what to run.</summary>
    [ScriptName]
    public string? Script { get; init; }

    /// <summary>Hyperparameters over the family's.</summary>
    [Length(0, 90)]
    public IReadOnlyDictionary<string, string> HyperParameters { get; init; } = new SortedDictionary<string, string>();
}
