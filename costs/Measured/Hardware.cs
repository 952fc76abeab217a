using Costs.Catalogue;

namespace Costs.Measured;

/// <summary>What an instance type has, which is the same in every Region.</summary>
internal static class Hardware
{
    public static InstanceFacts? Of(string type, PriceBook prices) =>
        prices.Regions.Select(region => prices.For(region).Instance(type)).FirstOrDefault(facts => facts is not null);
}
