using Costs.Mappers.SageMaker;
using Costs.Mappers.SageMaker.Hosting;
using Costs.Mappers.SageMaker.Jobs;
using Costs.Usage;

namespace Costs.Strategies;

/// <summary>Instances no larger than what runs on them needs. On which they were before, and for how long, has to be stated.</summary>
internal sealed class RightSizing : Strategy, IUndoes<Job>, IUndoes<Notebook>, IUndoes<ServedVariant>
{
    public override string Name => "rightSizing";

    public override string Title => "right-sized instances";

    public bool AppliesTo(Job planned, ResourceUsage usage) => usage.States(WithoutSettings.InstanceType);

    public Job Without(Job planned, ResourceUsage usage) => planned with
    {
        Groups = [.. planned.Groups.Select(group => group with { Type = usage.Text(WithoutSettings.InstanceType) })],
        HoursPerRun = usage.States(WithoutSettings.HoursPerRun) ? usage[WithoutSettings.HoursPerRun] : planned.HoursPerRun,
    };

    public bool AppliesTo(Notebook planned, ResourceUsage usage) =>
        usage.States(WithoutSettings.InstanceType) || usage.States(WithoutSettings.VolumeGb);

    public Notebook Without(Notebook planned, ResourceUsage usage) => planned with
    {
        InstanceType = usage.Text(WithoutSettings.InstanceType) is { } type ? type : planned.InstanceType,
        VolumeGb = usage.States(WithoutSettings.VolumeGb) ? usage[WithoutSettings.VolumeGb] : planned.VolumeGb,
    };

    public bool AppliesTo(ServedVariant planned, ResourceUsage usage) =>
        planned is InstanceFleet fleet && usage.Text(WithoutSettings.InstanceType) is { } before && before != fleet.InstanceType;

    public ServedVariant Without(ServedVariant planned, ResourceUsage usage) =>
        (InstanceFleet)planned with { InstanceType = usage.Text(WithoutSettings.InstanceType)! };
}
