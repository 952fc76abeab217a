using System.ComponentModel.DataAnnotations;
using Infra.Compute;
using Infra.Settings;

namespace Infra.Training;

/// <summary>
/// One kind of training job. All that costs money is fixed here, in the stack file under review; whoever starts a job
/// chooses nothing but hyperparameters.
/// </summary>
internal sealed record TrainingFamily : IConsistent
{
    /// <summary>28 days, what SageMaker accepts at most for run time and for wait.</summary>
    private const int LongestMinutes = 28 * 24 * 60;

    /// <summary>Training image. It must write checkpoints to /opt/ml/checkpoints and resume from what it finds there.</summary>
    [Image]
    public required string Image { get; init; }

    /// <summary>What each instance of a job is.</summary>
    [InstanceType]
    public required string InstanceType { get; init; }

    /// <summary>Instances of one job, 1 to 20. Default: 1.</summary>
    [Range(1, 20)]
    public int InstanceCount { get; init; } = 1;

    /// <summary>GB of EBS storage for each instance, 1 to 16384. Default: 50. Types with local NVMe storage get none and
    /// ignore it.</summary>
    [Range(1, 16384)]
    public int VolumeGb { get; init; } = 50;

    /// <summary>Minutes a job may run, 1 to 40320 (28 days): the cap on what a hung job can cost.</summary>
    [Range(1, LongestMinutes)]
    public required int MaxRuntimeMinutes { get; init; }

    /// <summary>Minutes a spot job may take including its waiting for capacity; more than <c>maxRuntimeMinutes</c>, at
    /// most 40320. Default: twice the run time.</summary>
    [Range(2, LongestMinutes)]
    public int? MaxWaitMinutes { get; init; }

    /// <summary>Train on spot capacity. Default: true.</summary>
    public bool Spot { get; init; } = true;

    /// <summary>After a spot job that found no capacity in time, go on from its checkpoint on demand. Default: true.</summary>
    public bool OnDemandFallback { get; init; } = true;

    /// <summary>Channels by name, with the folder below <c>datasets/</c> that feeds each. Default: <c>train</c>, from the
    /// folder that is named like the family.</summary>
    [Length(0, 20)]
    public IReadOnlyDictionary<string, string> Channels { get; init; } = new SortedDictionary<string, string>();

    /// <summary>How data reaches the container. Default: FastFile, which streams instead of copying before it starts.</summary>
    [AllowedValues("FastFile", "File", "Pipe")]
    public string InputMode { get; init; } = "FastFile";

    /// <summary>Hyperparameters of every job; an execution's own win over them.</summary>
    [Length(0, 100)]
    public IReadOnlyDictionary<string, string> HyperParameters { get; init; } = new SortedDictionary<string, string>();

    /// <summary>Environment variables of the training container.</summary>
    [Length(0, 100)]
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new SortedDictionary<string, string>();

    /// <summary>Size of the model in billions of parameters, 0.0001 to 10000. Policies weigh the instance against it.
    /// Default: not declared.</summary>
    [Range(0.0001, 10000)]
    public decimal? ModelParametersBillions { get; init; }

    /// <summary>What is trained, and hence how much memory a parameter needs. Default: full.</summary>
    [AllowedValues("full", "lora", "qlora")]
    public string TrainingMode { get; init; } = "full";

    /// <summary>Milliseconds between two looks of SageMaker's system monitoring at CPU, GPU, memory and network, which
    /// are written beside the model. Default: off, since what is written is paid as storage and requests, and CloudWatch
    /// has utilization once a minute for nothing.</summary>
    [AllowedValues(100, 200, 500, 1000, 5000, 60000)]
    public int? ProfilingIntervalMs { get; init; }

    /// <summary>A request for quota of instances on spot capacity, for the whole account. Default: none.</summary>
    public SpotQuota? SpotQuota { get; init; }

    public int MaxRuntimeSeconds => MaxRuntimeMinutes * 60;

    public int MaxWaitSeconds => (MaxWaitMinutes ?? Math.Min(2 * MaxRuntimeMinutes, LongestMinutes)) * 60;

    /// <summary>Whole days after which a job is over for certain.</summary>
    public int LongestWaitDays => (MaxWaitSeconds + 86_399) / 86_400;

    /// <summary>Whether a launcher of this family ever pays the full price.</summary>
    public bool TrainsOnDemand => !Spot || OnDemandFallback;

    /// <summary>The folder below <c>datasets/</c> of each channel.</summary>
    public IReadOnlyDictionary<string, string> FoldersByChannel(string family) =>
        Channels.Count > 0 ? Channels : new SortedDictionary<string, string> { ["train"] = family };

    public IEnumerable<SettingFault> Inconsistencies(string path)
    {
        if (Spot && MaxWaitSeconds <= MaxRuntimeSeconds)
        {
            yield return new(
                SettingsShape.Join(path, "maxWaitMinutes"), $"is {MaxWaitSeconds / 60}",
                $"more than maxRuntimeMinutes ({MaxRuntimeMinutes}), at most {LongestMinutes}: the wait includes the run");
        }

        if (!Spot && MaxWaitMinutes is not null)
        {
            yield return new(
                SettingsShape.Join(path, "maxWaitMinutes"), $"is {MaxWaitMinutes}",
                "nothing while spot is false: only spot jobs wait");
        }

        if (SpotQuota is not null && !Spot)
            yield return new(SettingsShape.Join(path, "spotQuota"), "is set", "nothing while spot is false");

        if (SpotQuota is { } quota && quota.Instances < InstanceCount)
        {
            yield return new(
                SettingsShape.Join(path, "spotQuota.instances"), $"is {quota.Instances}",
                $"at least instanceCount ({InstanceCount}): one job would not fit");
        }

        foreach (var (channel, folder) in Channels.Where(channel => !new FoldersAttribute().IsValid(channel.Value)))
        {
            yield return new(
                SettingsShape.Join(path, $"channels.{channel}"), $"is '{folder}'", new FoldersAttribute().Accepted);
        }
    }
}
