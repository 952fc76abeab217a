namespace Costs.Advice;

/// <summary>One thing that could be done in order to spend less.</summary>
public sealed record AdviceLine
{
    public required AdviceTopic Topic { get; init; }

    /// <summary>What to do, as a sentence without its full stop.</summary>
    public required string What { get; init; }

    /// <summary>What it is about, as the stack file calls it where it is from there.</summary>
    public required string Resource { get; init; }

    /// <summary>The resources whose cost it changes.</summary>
    public ImmutableArray<string> Urns { get; init; } = [];

    /// <summary>The instance type that it names; null for none.</summary>
    public string? InstanceType { get; init; }

    public required AdviceSaving Saving { get; init; }

    public required string Why { get; init; }

    public required Certainty Certainty { get; init; }

    /// <summary>Where to change what: a key of the stack file, or a property of the resource.</summary>
    public required string Change { get; init; }

    /// <summary>The line whose place it would take, by what that says; null where it stands by itself.</summary>
    public string? InsteadOf { get; init; }

    /// <summary>Whether its saving is part of the total.</summary>
    public bool IsCounted { get; init; }
}

public enum AdviceTopic
{
    /// <summary>A cheaper instance type for a model that is served.</summary>
    HostingInstance,

    /// <summary>A cheaper instance type for a model that is trained.</summary>
    TrainingInstance,

    /// <summary>Serverless, several models on one endpoint, fewer instances, none while nobody calls.</summary>
    ServingMode,

    /// <summary>The way that traffic takes to services of AWS.</summary>
    Network,

    /// <summary>A Savings Plan.</summary>
    Commitment,
}
