using Costs.Catalogue.Keys;
using Costs.Usage;
using ResourceViews.Aws.Sagemaker;
using NativeApp = ResourceViews.AwsNative.SageMaker.AppProps;

namespace Costs.Mappers.SageMaker;

/// <summary>Studio apps: the instance an app runs on. The default JupyterServer app runs on one that is free.</summary>
internal sealed class StudioAppMapper : ResourceMapper
{
    private const string FreeType = "system";

    public override IReadOnlyList<string> ResourceTypes { get; } = [.. AppProps.ResourceTypes, .. NativeApp.ResourceTypes];

    public override ImmutableArray<UsageSetting> Usage { get; } = [NotebookCost.Hours];

    public override IEnumerable<CostItem> Map(MappingContext context)
    {
        var app = AppProps.From(PropertyValue.FromMap(context.Resource.Inputs));
        var type = app.ResourceSpec.InstanceType;
        return type.Value == FreeType || (app.AppType.Value == "JupyterServer" && type is { IsKnown: true, Value: null })
            ? [new CostItem.Free("the system instance of Studio is free")]
            : [NotebookCost.Instance("Studio app", InstanceUse.Studio, type, "resourceSpec.instanceType", context.Usage[NotebookCost.Hours])];
    }
}
