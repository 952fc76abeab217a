using Costs.Money;
using Costs.Sizing;

namespace Costs.Advice;

/// <summary>The arithmetic of a size, for people.</summary>
internal static class SizeText
{
    public const string Kept = "no cheaper type holds its model";

    public const string NotDeclared = "no size of its model is declared (modelParametersBillions, or the tag model-parameters-billions), so no type is weighed";

    public const string Shared = "many models share its instances, so only their measured use says whether a smaller type would do";

    /// <summary>For example: a model of 7 billion parameters (inference) needs 16.8 GB; ml.g5.xlarge (1 × A10G, 4 vCPUs, 16 GiB) has 21.6 GB to use, $1.408 an hour, not $1.515.</summary>
    public static string Why(ModelDemand demand, InstanceType present, InstanceType type, int instances, CheaperTypes types)
    {
        var usable = type.Accelerators is { } accelerators
            ? RightSize.Usable(accelerators, instances, demand.IsSharded)
            : CpuTypes.Usable(type);
        return $"{demand}; {(instances == 1 ? "" : $"{instances} × ")}{Of(type)} has {usable} to use and costs "
            + $"{Price(types, type)} an hour; {Of(present)} costs {Price(types, present)}";
    }

    private static string Of(InstanceType type) =>
        $"{type.Name} ({(type.Accelerators is { } accelerators ? $"{accelerators}, " : "")}{type.VirtualCpus} vCPUs, {type.MemoryGiB:0.#} GiB)";

    private static string Price(CheaperTypes types, InstanceType type) =>
        types.HourlyUsd(type.Name) is { } usd ? Usd.PriceText(usd) : "an unknown price";
}
