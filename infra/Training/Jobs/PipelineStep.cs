using System.ComponentModel.DataAnnotations;
using Infra.Settings;

namespace Infra.Training.Jobs;

/// <summary>One step: a processing job or a training job.</summary>
internal sealed record PipelineStep : IConsistent
{
    /// <summary>Steps that have to be over before. Default: none.</summary>
    [Length(0, 50)]
    public IReadOnlyList<string> After { get; init; } = [];

    /// <summary>Works on data. Default: the step trains.</summary>
    public ProcessingStep? Processing { get; init; }

    /// <summary>Trains a family of the stack. Default: the step processes.</summary>
    public TrainingStep? Training { get; init; }

    public IEnumerable<SettingFault> Inconsistencies(string path)
    {
        if (Processing is null == Training is null)
        {
            yield return new(
                path, Processing is null ? "does nothing" : "is two things at once", "either processing or training, one of them");
        }
    }
}

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

/// <summary>A processing job. SageMaker offers no spot capacity for these, so they are best short and small.</summary>
/// <remarks>https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_CreateProcessingJob.html</remarks>
internal sealed record ProcessingStep : IConsistent
{
    /// <summary>Image in ECR that processes.</summary>
    [Image]
    public required string Image { get; init; }

    /// <summary>What each instance is. Default: ml.m5.large.</summary>
    [InstanceType]
    public string InstanceType { get; init; } = "ml.m5.large";

    /// <summary>Instances, 1 to 20. Default: 1.</summary>
    [Range(1, 20)]
    public int InstanceCount { get; init; } = 1;

    /// <summary>GB of storage for each instance, 1 to 16384. Default: 30.</summary>
    [Range(1, 16384)]
    public int VolumeGb { get; init; } = 30;

    /// <summary>Minutes the step may run, 1 to 7200 (5 days): the cap on what a hung job can cost.</summary>
    [Range(1, 5 * 24 * 60)]
    public required int MaxRuntimeMinutes { get; init; }

    /// <summary>File below <c>code/pipelines.&lt;pipeline&gt;/</c> that python3 runs. Default: the image knows what to
    /// run.</summary>
    [ScriptName]
    public string? Script { get; init; }

    /// <summary>Arguments of the script or image.</summary>
    [Length(0, 100)]
    public IReadOnlyList<string> Arguments { get; init; } = [];

    /// <summary>Folders below <c>datasets/</c> by the name under which the container finds each in
    /// /opt/ml/processing/input.</summary>
    [Length(0, 9)]
    public IReadOnlyDictionary<string, string> Inputs { get; init; } = new SortedDictionary<string, string>();

    /// <summary>Folders below <c>datasets/</c> by the name under which the container leaves each in
    /// /opt/ml/processing/output.</summary>
    [Length(0, 10)]
    public IReadOnlyDictionary<string, string> Outputs { get; init; } = new SortedDictionary<string, string>();

    /// <summary>Environment variables of the container.</summary>
    [Length(0, 100)]
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new SortedDictionary<string, string>();

    public int MaxRuntimeSeconds => MaxRuntimeMinutes * 60;

    public IEnumerable<SettingFault> Inconsistencies(string path)
    {
        var folders = new FoldersAttribute();
        foreach (var (map, entries) in new[] { ("inputs", Inputs), ("outputs", Outputs) })
        {
            foreach (var (name, folder) in entries.Where(entry => !folders.IsValid(entry.Value)))
                yield return new(SettingsShape.Join(path, $"{map}.{name}"), $"is '{folder}'", folders.Accepted);
            foreach (var name in entries.Keys.Where(name => !ResourceName.IsValid(name)))
                yield return new(SettingsShape.Join(path, $"{map}.{name}"), "is not a usable name", ResourceName.Accepted);
        }
    }
}
