using Costs.Catalogue.Keys;
using Costs.Quantities;
using Costs.Sizing;

namespace Costs.Mappers.SageMaker.Jobs;

/// <summary>A training, processing or transform job, wherever it is written: a resource, a state machine, a pipeline.</summary>
/// <param name="Use">What its instances are priced as.</param>
/// <param name="Groups">Its instances; more than one group where they differ.</param>
internal sealed record Job(InstanceUse Use, ImmutableArray<InstanceGroup> Groups)
{
    /// <summary>A day, which SageMaker stops a job after if nothing else is said.</summary>
    /// <remarks>https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_StoppingCondition.html</remarks>
    private const int DefaultMaxRuntimeSeconds = 24 * 60 * 60;

    /// <summary>What the names of its runs begin with; null where that is not known before they run.</summary>
    public string? NamePrefix { get; init; }

    /// <summary>GB of each instance's volume. Types with disks of their own have none.</summary>
    public Quantity VolumeGb { get; init; } = Quantity.Zero;

    public Capacity Capacity { get; init; } = Capacity.OnDemand;

    /// <summary>The property that says whether it is on spot.</summary>
    public string SpotProperty { get; init; } = "enableManagedSpotTraining";

    /// <summary>Whether work that finds no spot capacity is done on demand.</summary>
    public bool HasFallback { get; init; }

    /// <summary>Where it keeps checkpoints; a job on demand with the same place goes on where the spot job was.</summary>
    public string? CheckpointUri { get; init; }

    public Known<int?> MaxRuntimeSeconds { get; init; }

    /// <summary>What the job itself declares about its model; the resource around it may declare the same.</summary>
    public ModelTags Model { get; init; } = ModelTags.None;

    /// <summary>How long one run works; null for what its usage says, or else its longest runtime.</summary>
    public Quantity? HoursPerRun { get; init; }

    /// <summary>How long its instances are kept, and billed, after it ends.</summary>
    public Quantity KeepAliveHours { get; init; } = Quantity.Zero;

    /// <summary>How many times it runs in one run of what contains it: the trials of a tuning job.</summary>
    public Quantity Times { get; init; } = Quantity.One;

    /// <summary>The longest one run may take.</summary>
    public Quantity MaxRuntimeHours => Quantity.Of(
        MaxRuntimeSeconds, "stoppingCondition.maxRuntimeInSeconds", DefaultMaxRuntimeSeconds) / 3600;
}

/// <summary>Instances of one type.</summary>
/// <param name="Type">Not set where the job names none, not known where it comes from elsewhere.</param>
internal readonly record struct InstanceGroup(Known<string> Type, Quantity Count);

internal enum Capacity
{
    OnDemand,
    Spot,

    /// <summary>The plan does not tell which.</summary>
    NotKnownYet,
}
