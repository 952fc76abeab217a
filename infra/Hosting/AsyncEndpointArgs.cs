using Infra.Storage;

namespace Infra.Hosting;

/// <summary>What an <see cref="AsyncEndpoint"/> needs to exist.</summary>
internal sealed record AsyncEndpointArgs
{
    public required StackScope Scope { get; init; }

    /// <summary>Which image, on what, and between how many instances.</summary>
    public required AsyncSettings Endpoint { get; init; }

    /// <summary>The artifact bucket: the model lies there, requests come from there and responses go there.</summary>
    public required BucketAccess Bucket { get; init; }
}
