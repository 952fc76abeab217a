using Infra.Storage;

namespace Infra.Hosting;

/// <summary>What a <see cref="ServerlessEndpoint"/> needs to exist.</summary>
internal sealed record ServerlessEndpointArgs
{
    public required StackScope Scope { get; init; }

    /// <summary>Which image, with how much memory, for how many calls at once.</summary>
    public required ServerlessSettings Endpoint { get; init; }

    /// <summary>The artifact bucket; the model is loaded from its folder in it.</summary>
    public required BucketAccess Bucket { get; init; }
}
