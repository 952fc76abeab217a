using Costs.Catalogue;
using Costs.Catalogue.Keys;
using Costs.Estimates;
using Costs.Strategies;
using Costs.Usage;
using ResourceViews.Aws.Sagemaker;
using NativeEndpoint = ResourceViews.AwsNative.SageMaker.EndpointProps;
using Variant = ResourceViews.Aws.Sagemaker.EndpointConfigurationProductionVariantProps;

namespace Costs.Mappers.SageMaker.Hosting;

/// <summary>
/// Endpoints. What an endpoint costs is written in its configuration and in the scalable targets of its variants, so those
/// are read here, and free by themselves. Multi-model, asynchronous and component endpoints are billed alike: by the instance.
/// </summary>
/// <remarks>https://aws.amazon.com/sagemaker/ai/pricing/</remarks>
internal sealed class EndpointMapper : ResourceMapper
{
    private static readonly UsageSetting DataIn = UsageKeys.DataInGb.Required();
    private static readonly UsageSetting DataOut = UsageKeys.DataOutGb.Required();

    public override IReadOnlyList<string> ResourceTypes { get; } =
        [.. EndpointProps.ResourceTypes, .. NativeEndpoint.ResourceTypes];

    public override ImmutableArray<UsageSetting> Usage { get; } =
    [
        InstanceVariant.AverageInstances, ServerlessVariant.Requests, ServerlessVariant.SecondsPerRequest, DataIn, DataOut,
        WithoutSettings.InstanceType, WithoutSettings.Endpoints,
    ];

    public override IEnumerable<CostItem> Map(MappingContext context)
    {
        if (context.Plan.Target(context.Resource, HostingReferences.Configuration) is not { } found)
        {
            var name = EndpointProps.From(PropertyValue.FromMap(context.Resource.Inputs)).EndpointConfigName;
            return name.IsUnknown
                ? [new CostItem.NotKnownYet("Hosting", "endpointConfigName")]
                : [new CostItem.NotPriced("Hosting", $"its configuration {name} is not part of the plan.")];
        }

        // The configurations of both providers call everything that is read here alike.
        var configuration = EndpointConfigurationProps.From(PropertyValue.FromMap(found.Inputs));
        return configuration.ProductionVariants.IsUnknown
            ? [new CostItem.NotKnownYet("Hosting", "productionVariants")]
            : [.. Variants(configuration, EndpointKind.Of(found, context.Plan), context), .. DataProcessed(configuration, context)];
    }

    private static IEnumerable<CostItem> Variants(
        EndpointConfigurationProps configuration, EndpointKind kind, MappingContext context)
    {
        foreach (var (index, variant) in Numbered(configuration.ProductionVariants.Value))
        {
            var path = $"productionVariants[{index}]";
            foreach (var item in IsServerless(variant)
                ? ServerlessVariant.Map(variant, path, kind.HasOneVariant, context)
                : InstanceVariant.Map(variant, path, kind, context))
            {
                yield return item;
            }
        }

        foreach (var (index, variant) in Numbered(configuration.ShadowProductionVariants.Value))
        {
            foreach (var item in InstanceVariant.Map(
                variant, $"shadowProductionVariants[{index}]", kind with { HasOneVariant = false }, context))
            {
                yield return item;
            }
        }
    }

    private static CostItem[] DataProcessed(EndpointConfigurationProps configuration, MappingContext context)
    {
        var isServerless = Numbered(configuration.ProductionVariants.Value).Any(numbered => IsServerless(numbered.Variant));
        CostItem Data(string name, UsageSetting usage, PriceKey price) =>
            new CostItem.Component(name, CostCategory.Inference, price, context.Usage[usage]);
        return
        [
            Data("Data processed in", DataIn, isServerless ? SageMakerPrices.ServerlessDataIn : SageMakerPrices.EndpointDataIn),
            Data("Data processed out", DataOut, isServerless ? SageMakerPrices.ServerlessDataOut : SageMakerPrices.EndpointDataOut),
        ];
    }

    private static bool IsServerless(Variant variant) => !variant.ServerlessConfig.IsMissing;

    private static IEnumerable<(int Index, Variant Variant)> Numbered(PropertyValue variants)
    {
        var index = 0;
        foreach (var variant in variants.Items)
        {
            yield return (index++, Variant.From(variant));
        }
    }
}
