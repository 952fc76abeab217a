namespace Infra.Training;

/// <summary>What a <see cref="TrainingGuard"/> needs to exist.</summary>
internal sealed record TrainingGuardArgs
{
    public required StackScope Scope { get; init; }

    /// <summary>Whose jobs are looked at, what happens to them and who is told.</summary>
    public required TrainingGuardSettings Guard { get; init; }

    /// <summary>Names of the roles of this stack that are for spot jobs; only jobs under these can be stopped.</summary>
    public required IReadOnlyList<Output<string>> SpotRoleNames { get; init; }

    /// <summary>Names of the roles of this stack whose jobs may run at full price.</summary>
    public required IReadOnlyList<Output<string>> OnDemandRoleNames { get; init; }
}
