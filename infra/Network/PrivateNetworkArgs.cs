namespace Infra.Network;

/// <summary>What a <see cref="PrivateNetwork"/> needs to exist.</summary>
internal sealed record PrivateNetworkArgs
{
    public required StackScope Scope { get; init; }

    public required NetworkSettings Network { get; init; }
}
