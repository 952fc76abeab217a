namespace Policies.Workloads;

/// <summary>Something that AWS runs on instances: a resource, or declared in a definition that a resource carries.</summary>
internal sealed record Workload
{
    public required Purpose Purpose { get; init; }

    /// <summary>Where it is declared: the path of a definition's task or step, empty for a resource that is the workload.</summary>
    public required PropertyPath Path { get; init; }

    /// <summary>The instance types it asks for; none where it needs none.</summary>
    public ImmutableArray<InstanceUse> Instances { get; init; } = [];

    /// <summary>How it is trained; null for everything that does not train.</summary>
    public TrainingTerms? Training { get; init; }

    /// <summary>Seconds a processing job may run; null for what has no such limit, and for training, whose terms have it.</summary>
    public Setting<int?>? MaxRuntime { get; init; }

    /// <summary>What the workload itself declares about its model; the resource around it may declare the same.</summary>
    public ModelTags Model { get; init; } = ModelTags.None;

    /// <summary>The task that starts it, where it stands in a state machine.</summary>
    public Definitions.TaskPlace? Task { get; init; }
}

/// <summary>What instances are used for. Each has its own list of allowed types.</summary>
internal enum Purpose
{
    NotebookInstance,
    Studio,
    Training,
    Processing,
    Hosting,
    Transform,
    Cluster,
}

/// <summary>An instance type that a workload asks for.</summary>
/// <param name="Path">The property that names the type.</param>
/// <param name="Type">Not set where the workload runs without instances of its own, as a serverless variant does.</param>
/// <param name="Count">How many of them work on one model together; one for copies that each hold the model.</param>
/// <param name="CountPath">The property that tells how many.</param>
internal sealed record InstanceUse(PropertyPath Path, Known<string> Type, Known<int?> Count, PropertyPath CountPath)
{
    /// <summary>One instance, or copies of which each holds the model.</summary>
    public InstanceUse(PropertyPath path, Known<string> type)
        : this(path, type, 1, path)
    {
    }

    /// <summary>What is asked of the volume; null where nobody looks at it.</summary>
    public InstanceVolume? Volume { get; init; }
}

/// <summary>The volume that SageMaker attaches to an instance, unless the instance has disks of its own.</summary>
/// <param name="Key">The key that encrypts it.</param>
/// <param name="SizeGb">Its size in GB.</param>
internal sealed record InstanceVolume(Setting<string> Key, Setting<int?> SizeGb);

/// <summary>On which terms a training job runs.</summary>
internal sealed record TrainingTerms
{
    public required Setting<bool?> Spot { get; init; }

    /// <summary>Where the job keeps checkpoints.</summary>
    public required Setting<string> CheckpointUri { get; init; }

    /// <summary>Seconds the job may run.</summary>
    public required Setting<int?> MaxRuntime { get; init; }

    /// <summary>Seconds the job may wait for capacity and run, together.</summary>
    public required Setting<int?> MaxWait { get; init; }

    /// <summary>Seconds for which the instances are kept after the job, as a warm pool for the next one.</summary>
    public Setting<int?> KeepAlive { get; init; }

    /// <summary>Reserved capacity, paid for in advance.</summary>
    public required Setting<string> TrainingPlan { get; init; }

    /// <summary>Whether SageMaker chooses the capacity; such jobs know neither spot nor checkpoints.</summary>
    public Setting<bool?> IsServerless { get; init; }
}

/// <summary>A value and where it stands.</summary>
internal readonly record struct Setting<T>(PropertyPath Path, Known<T> Known);
