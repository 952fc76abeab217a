using Costs.Usage;

namespace Costs.Mappers;

/// <summary>Turns one type of resource into lines of the bill, without prices. It looks at the rest of the plan only on purpose.</summary>
internal abstract class ResourceMapper
{
    /// <summary>The type tokens it maps.</summary>
    public abstract IReadOnlyList<string> ResourceTypes { get; }

    /// <summary>Every usage it may ask for.</summary>
    public virtual ImmutableArray<UsageSetting> Usage => [];

    /// <summary>Every usage it may ask for by key prefix; only buckets have such.</summary>
    public virtual ImmutableArray<UsageSetting> PrefixUsage => [];

    public abstract IEnumerable<CostItem> Map(MappingContext context);
}

/// <summary>A mapper that reads the resource through a generated view.</summary>
internal abstract class ResourceMapper<TView> : ResourceMapper
    where TView : struct, IResourceView<TView>
{
    public override IReadOnlyList<string> ResourceTypes => TView.ResourceTypes;

    public sealed override IEnumerable<CostItem> Map(MappingContext context) =>
        Map(TView.From(PropertyValue.FromMap(context.Resource.Inputs)), context);

    protected abstract IEnumerable<CostItem> Map(TView resource, MappingContext context);
}
