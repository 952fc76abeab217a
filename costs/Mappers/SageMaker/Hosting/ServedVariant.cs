namespace Costs.Mappers.SageMaker.Hosting;

/// <summary>One variant of an endpoint, as it is billed.</summary>
internal abstract record ServedVariant
{
    public abstract IEnumerable<CostItem> Items();
}
