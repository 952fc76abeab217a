using Costs.Catalogue.Keys;
using Costs.Estimates;
using Costs.Quantities;
using Costs.Usage;
using ResourceViews.Aws.Lambda;

namespace Costs.Mappers.Compute;

/// <summary>Lambda functions: by the call, and by the time each takes at its memory size.</summary>
/// <remarks>https://aws.amazon.com/lambda/pricing/</remarks>
internal sealed class FunctionMapper : ResourceMapper<FunctionProps>
{
    private const int DefaultMemoryMb = 128;

    private static readonly UsageSetting Requests = UsageKeys.RequestsPerMonth.Required();
    private static readonly UsageSetting Seconds = UsageKeys.SecondsPerRequest.Default(1, "a second a call");

    public override ImmutableArray<UsageSetting> Usage { get; } = [Requests, Seconds];

    protected override IEnumerable<CostItem> Map(FunctionProps function, MappingContext context) =>
    [
        new CostItem.Component("Requests", CostCategory.Other, ServicePrices.LambdaRequests, context.Usage[Requests]),
        new CostItem.Component(
            "Duration", CostCategory.Other, ServicePrices.LambdaGbSeconds,
            context.Usage[Requests] * context.Usage[Seconds] * (Quantity.Of(function.MemorySize, "memorySize", DefaultMemoryMb) / 1024)),
    ];
}
