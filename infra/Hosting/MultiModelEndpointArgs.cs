using Infra.Storage;

namespace Infra.Hosting;

/// <summary>What a <see cref="MultiModelEndpoint"/> needs to exist.</summary>
internal sealed record MultiModelEndpointArgs
{
    public required StackScope Scope { get; init; }

    /// <summary>Which models, on what, and between how many instances.</summary>
    public required MultiModelSettings Endpoint { get; init; }

    /// <summary>The artifact bucket; the models are loaded from their folder in it.</summary>
    public required BucketAccess Bucket { get; init; }
}
