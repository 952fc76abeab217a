using Infra.Storage;

namespace Infra.Training.Jobs;

/// <summary>What a <see cref="TrainingPipeline"/> needs to exist.</summary>
internal sealed record TrainingPipelineArgs
{
    public required StackScope Scope { get; init; }

    /// <summary>The steps.</summary>
    public required PipelineSettings Pipeline { get; init; }

    /// <summary>The families of the stack, which steps name.</summary>
    public required IReadOnlyDictionary<string, TrainingFamily> Families { get; init; }

    /// <summary>The artifact bucket: all that steps read and write lies in it.</summary>
    public required BucketAccess Bucket { get; init; }
}
