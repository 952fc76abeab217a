using Infra.Storage;

namespace Infra.Hosting;

/// <summary>What a <see cref="RealtimeEndpoint"/> needs to exist.</summary>
internal sealed record RealtimeEndpointArgs
{
    public required StackScope Scope { get; init; }

    /// <summary>Which image, on what, between how many instances, and by which metric.</summary>
    public required RealtimeSettings Endpoint { get; init; }

    /// <summary>The artifact bucket; the model is loaded from its folder in it.</summary>
    public required BucketAccess Bucket { get; init; }
}
