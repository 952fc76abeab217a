namespace Infra.Cleanup;

/// <summary>What an <see cref="IdleEndpointSweeper"/> needs to exist.</summary>
internal sealed record IdleEndpointSweeperArgs
{
    public required StackScope Scope { get; init; }

    /// <summary>When it looks, what counts as idle, what happens then and who is told.</summary>
    public required SweeperSettings Sweeper { get; init; }

    /// <summary>Names of the stack's own endpoints, which it never deletes.</summary>
    public required IReadOnlyList<Output<string>> OwnEndpointNames { get; init; }
}
