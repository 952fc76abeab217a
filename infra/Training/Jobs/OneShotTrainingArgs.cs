using Infra.Storage;

namespace Infra.Training.Jobs;

/// <summary>What a <see cref="OneShotTraining"/> needs to exist.</summary>
internal sealed record OneShotTrainingArgs
{
    public required StackScope Scope { get; init; }

    /// <summary>What is run, and how often it was.</summary>
    public required TrainingJobSettings Job { get; init; }

    /// <summary>The family that the job names.</summary>
    public required TrainingFamily Family { get; init; }

    /// <summary>The artifact bucket: data is read from it, checkpoints and the model written to it.</summary>
    public required BucketAccess Bucket { get; init; }
}
