using Costs.Plan;
using ResourceViews.Aws.Sagemaker;

namespace Costs.Mappers.SageMaker.Hosting;

/// <summary>What an endpoint's configuration says of all its variants.</summary>
/// <param name="HasOneVariant">So that a scaling whose target is not known yet is that variant's.</param>
internal readonly record struct EndpointKind(bool HasOneVariant, bool IsAsync, bool IsMultiModel)
{
    private const string MultiModel = "MultiModel";

    public static EndpointKind Of(PlannedResource configuration, PlanIndex plan)
    {
        var read = EndpointConfigurationProps.From(PropertyValue.FromMap(configuration.Inputs));
        return new(
            HasOneVariant: read.ProductionVariants.Count == 1,
            IsAsync: !read.AsyncInferenceConfig.IsMissing,
            IsMultiModel: plan.Target(configuration, HostingReferences.Model) is { } model && SharesInstances(model));
    }

    private static bool SharesInstances(PlannedResource resource)
    {
        var model = ModelProps.From(PropertyValue.FromMap(resource.Inputs));
        if (model.PrimaryContainer.Mode.Value == MultiModel)
        {
            return true;
        }

        foreach (var container in model.Containers)
        {
            if (container.Mode.Value == MultiModel)
            {
                return true;
            }
        }

        return false;
    }
}
