using Costs.Catalogue;
using Costs.Catalogue.Keys;
using Costs.Sizing;

namespace Costs.Advice;

/// <summary>Types without accelerators that any image of x86 runs on and that can scale: neither Arm nor burstable.</summary>
internal static class CpuTypes
{
    /// <summary>The cheapest for hosting with so much memory; null where there is none.</summary>
    public static InstanceType? Cheapest(RegionPrices prices, int memoryMb, TypePatterns allowed) => (
        from type in InstanceCatalogue.All
        where type is { Accelerators: null, Status: TypeStatus.Current } && type.MemoryGiB * 1024 >= memoryMb && IsUsual(type) && (allowed.IsEmpty || allowed.Include(type.Name))
        where prices.Instance(type.Name)?.Status == InstanceStatus.Current
        let hour = prices.Find(InstancePrices.For(InstanceUse.Hosting, type.Name)).Price?.FirstUsd
        where hour is not null
        orderby hour, type.Name
        select type).FirstOrDefault();

    /// <summary>Arm has a g behind its generation: m7g; burstable types begin with t.</summary>
    private static bool IsUsual(InstanceType type) =>
        InstanceName.Parse(type.Name) is { Family: [not 't', .. var rest] } && !rest.AsSpan().TrimStart("0123456789").StartsWith("g");
}
