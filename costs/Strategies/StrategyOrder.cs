namespace Costs.Strategies;

/// <summary>
/// All strategies, in the order in which their savings are counted: each is credited with what it saves on that which the ones
/// before it leave. So instances are right-sized at on-demand prices, and spot capacity saves on what is then left of them.
/// </summary>
internal static class StrategyOrder
{
    public static ImmutableArray<Strategy> All { get; } =
    [
        new RightSizing(),
        new IdleShutdown(),
        new SpotTraining(),
        new MultiModelHosting(),
        new ServerlessInference(),
        new AsyncQueue(),
        new Autoscaling(),
        new UnusedEndpoints(),
        new LifecycleExpiry(),
        new LifecycleArchive(),
        new IntelligentTiering(),
        new GatewayEndpoint(),
        new InterfaceEndpoints(),
    ];
}
