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

    /// <summary>Types that cost less an hour, with as many CPUs of the same or a later generation and room for the model; cheapest first.</summary>
    public static IEnumerable<InstanceType> For(ModelDemand demand, InstanceType present, RegionPrices prices, TypePatterns allowed) =>
        prices.Find(InstancePrices.For(InstanceUse.Hosting, present.Name)).Price is not { FirstUsd: var now } || !IsUsual(present)
            ? []
            : from type in InstanceCatalogue.All
              where type is { Accelerators: null, Status: TypeStatus.Current } && IsUsual(type) && (allowed.IsEmpty || allowed.Include(type.Name))
              where type.VirtualCpus == present.VirtualCpus && GenerationOf(type) >= GenerationOf(present) && demand.Need <= Usable(type)
              where prices.Instance(type.Name)?.Status == InstanceStatus.Current
              let hour = prices.Find(InstancePrices.For(InstanceUse.Hosting, type.Name)).Price?.FirstUsd
              where hour < now
              orderby hour, type.Name
              select type;

    /// <summary>What the host leaves of its memory to a model.</summary>
    public static MemorySize Usable(InstanceType type) => MemorySize.FromMiB(type.MemoryGiB * 1024) * MemoryFit.UsableShare;

    /// <summary>6 of m6i.</summary>
    private static int GenerationOf(InstanceType type) =>
        InstanceName.Parse(type.Name) is { Family: [_, >= '0' and <= '9' and var digit, ..] } ? digit - '0' : 0;

    /// <summary>Arm has a g behind its generation: m7g; burstable types begin with t.</summary>
    private static bool IsUsual(InstanceType type) =>
        InstanceName.Parse(type.Name) is { Family: [not 't', .. var rest] } && !rest.AsSpan().TrimStart("0123456789").StartsWith("g");
}
