using Costs.Usage;
using ResourceViews.AwsNative.SageMaker;

namespace Costs.Mappers.SageMaker;

/// <summary>The same through aws-native, which calls the volume differently.</summary>
internal sealed class NativeNotebookInstanceMapper : ResourceMapper<NotebookInstanceProps>
{
    public override ImmutableArray<UsageSetting> Usage => NotebookCost.Usage;

    protected override IEnumerable<CostItem> Map(NotebookInstanceProps notebook, MappingContext context) =>
        NotebookCost.Map(notebook.InstanceType, notebook.VolumeSizeInGb, "volumeSizeInGb", notebook.LifecycleConfigName, context);
}
