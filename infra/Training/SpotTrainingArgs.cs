using Infra.Storage;

namespace Infra.Training;

/// <summary>What a <see cref="SpotTraining"/> needs to exist.</summary>
internal sealed record SpotTrainingArgs
{
    public required StackScope Scope { get; init; }

    /// <summary>What is trained, on what, and for how long at most.</summary>
    public required TrainingFamily Family { get; init; }

    /// <summary>The artifact bucket: datasets are read from it, checkpoints and models written to it.</summary>
    public required BucketAccess Bucket { get; init; }
}
