namespace Infra.Observability;

/// <summary>What a <see cref="CostDashboard"/> needs to exist.</summary>
internal sealed record CostDashboardArgs
{
    public required StackScope Scope { get; init; }

    /// <summary>The training families of the stack.</summary>
    public required IReadOnlyList<WatchedFamily> Families { get; init; }

    /// <summary>The endpoints of the stack, each once its name is known.</summary>
    public required IReadOnlyList<Output<WatchedEndpoint>> Endpoints { get; init; }
}
