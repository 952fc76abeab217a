namespace Costs.Mappers.SageMaker.Hosting;

/// <summary>Endpoints that nobody calls. A plan has none: they exist only where nothing sweeps them away.</summary>
/// <param name="Instances">What they run on; null for none.</param>
internal sealed record ForgottenEndpoints(InstanceFleet? Instances)
{
    public static ForgottenEndpoints None { get; } = new((InstanceFleet?)null);

    public IEnumerable<CostItem> Items() => Instances?.Items() ?? [];
}
