using Costs.Usage;
using ResourceViews.Aws.Sagemaker;

namespace Costs.Mappers.SageMaker;

/// <summary>Notebook instances: hours in which they run, and a volume that is billed while they are stopped, too.</summary>
internal sealed class NotebookInstanceMapper : ResourceMapper<NotebookInstanceProps>
{
    public override ImmutableArray<UsageSetting> Usage => NotebookCost.Usage;

    protected override IEnumerable<CostItem> Map(NotebookInstanceProps notebook, MappingContext context) =>
        NotebookCost.Map(notebook.InstanceType, notebook.VolumeSize, "volumeSize", notebook.LifecycleConfigName, context);
}
