using Costs.Catalogue.Keys;
using Costs.Estimates;
using Costs.Money;
using Costs.Quantities;
using Costs.Usage;
using Variant = ResourceViews.Aws.Sagemaker.EndpointConfigurationProductionVariantProps;

namespace Costs.Mappers.SageMaker.Hosting;

/// <summary>A serverless variant: seconds of answering by memory size, and provisioned concurrency around the clock.</summary>
/// <remarks>https://aws.amazon.com/sagemaker/ai/pricing/</remarks>
internal sealed record ServerlessVariant(ImmutableArray<CostItem> Calls) : ServedVariant
{
    public static UsageSetting Requests { get; } = UsageKeys.RequestsPerMonth.Required();

    public static UsageSetting SecondsPerRequest { get; } =
        UsageKeys.SecondsPerRequest.Default(0.5m, "half a second, about a small model on CPU");

    /// <summary>Null where it is not known.</summary>
    public int? MemoryMb { get; init; }

    /// <summary>Whether all of its cost is known.</summary>
    public bool IsKnown => Calls.All(item => item is CostItem.Component { Monthly.IsKnown: true });

    /// <summary>Seconds of answering and nothing else.</summary>
    public static ServerlessVariant ByTheCall(int memoryMb, Quantity busySeconds) => new(
        [new CostItem.Component(Name(memoryMb), CostCategory.Inference, SageMakerPrices.ServerlessSeconds(memoryMb), busySeconds)])
    {
        MemoryMb = memoryMb,
    };

    public static IEnumerable<CostItem> Map(Variant variant, string path, bool isOnly, MappingContext context) =>
        context.AsIf<ServedVariant>(new ServerlessVariant([.. Priced(variant, path, isOnly, context)])
        {
            MemoryMb = variant.ServerlessConfig.IsUnknown ? null : variant.ServerlessConfig.MemorySizeInMb.Value,
        }).Items();

    public override IEnumerable<CostItem> Items() => Calls;

    private static IEnumerable<CostItem> Priced(Variant variant, string path, bool isOnly, MappingContext context)
    {
        var serverless = variant.ServerlessConfig;
        if (serverless.IsUnknown || serverless.MemorySizeInMb.IsUnknown)
        {
            yield return new CostItem.NotKnownYet("Serverless inference", $"{path}.serverlessConfig.memorySizeInMb");
            yield break;
        }

        if (serverless.MemorySizeInMb.Value is not { } memory)
        {
            yield return new CostItem.NotPriced("Serverless inference", $"{path}.serverlessConfig.memorySizeInMb is not set.");
            yield break;
        }

        var warm = Warm(variant, path, isOnly, context);
        var isWarm = !serverless.ProvisionedConcurrency.IsKnown || serverless.ProvisionedConcurrency.Value > 0;
        yield return new CostItem.Component(
            Name(memory), CostCategory.Inference,
            isWarm ? SageMakerPrices.WarmExecutionSeconds(memory) : SageMakerPrices.ServerlessSeconds(memory),
            Busy(serverless.MaxConcurrency, path, isWarm, context.Usage));
        if (isWarm)
        {
            yield return new CostItem.Component(
                $"Provisioned concurrency ({memory} MB)", CostCategory.Inference, SageMakerPrices.WarmSeconds(memory),
                warm * BillingMonth.Seconds);
        }
    }

    private static string Name(int memoryMb) => $"Serverless inference ({memoryMb} MB)";

    /// <summary>Seconds of answering. The most there can be is all of the concurrency, all month.</summary>
    private static Quantity Busy(Known<int?> maxConcurrency, string path, bool isWarm, ResourceUsage usage)
    {
        var busy = usage[Requests] * usage[SecondsPerRequest];
        var most = Quantity.Of(maxConcurrency, $"{path}.serverlessConfig.maxConcurrency", 1) * BillingMonth.Seconds;
        if (!busy.IsKnown || !most.IsKnown)
        {
            return busy + most;
        }

        var bounded = Quantity.Between(
            Math.Min(busy.Floor, most.Ceiling), Math.Min(busy.Expected, most.Ceiling), most.Ceiling);
        bounded = busy.Assumptions.Aggregate(bounded, (sum, assumption) => sum.Because(assumption))
            .Because($"at most {Quantity.Of(maxConcurrency, path, 1)} calls at a time, all month");
        return isWarm ? bounded.Because("all calls are served by provisioned concurrency") : bounded;
    }

    private static Quantity Warm(Variant variant, string path, bool isOnly, MappingContext context)
    {
        var provisioned = Quantity.Of(
            variant.ServerlessConfig.ProvisionedConcurrency, $"{path}.serverlessConfig.provisionedConcurrency", 0);
        var bounds = ScalingBounds.Of(context.Resource, variant, isOnly, ScalingBounds.ProvisionedConcurrency, context.Plan);
        return bounds is null ? provisioned : bounds.Around(provisioned);
    }
}
