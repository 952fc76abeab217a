using Infra.Storage;

namespace Infra.Training.Jobs;

/// <summary>What a <see cref="HyperParameterTuning"/> needs to exist.</summary>
internal sealed record HyperParameterTuningArgs
{
    public required StackScope Scope { get; init; }

    /// <summary>What is tried, and how often at most.</summary>
    public required TuningJobSettings Job { get; init; }

    /// <summary>The family that the search names.</summary>
    public required TrainingFamily Family { get; init; }

    /// <summary>The artifact bucket: data is read from it, checkpoints and models written to it.</summary>
    public required BucketAccess Bucket { get; init; }
}
