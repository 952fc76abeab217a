using Infra.Storage;

namespace Infra.Development;

/// <summary>What a <see cref="StudioDomain"/> needs to exist.</summary>
internal sealed record StudioDomainArgs
{
    public required StackScope Scope { get; init; }

    /// <summary>Where it is, on what people work there, and when that shuts down.</summary>
    public required StudioSettings Studio { get; init; }

    /// <summary>Where datasets, code and results lie.</summary>
    public required BucketAccess Bucket { get; init; }
}
