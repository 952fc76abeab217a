namespace Infra.Storage;

/// <summary>What an <see cref="ArtifactBucket"/> needs to exist.</summary>
internal sealed record ArtifactBucketArgs
{
    public required StackScope Scope { get; init; }

    /// <summary>How long things stay, and in which storage class. Default: that of <see cref="StorageSettings"/>.</summary>
    public StorageSettings Storage { get; init; } = new();
}
