using Costs.Mappers.SageMaker.Hosting;
using Costs.Usage;

namespace Costs.Strategies;

/// <summary>Instances that follow the traffic, where there would be as many as the busiest hour needs.</summary>
internal sealed class Autoscaling : Strategy, IUndoes<ServedVariant>
{
    public override string Name => "autoscaling";

    public override string Title => "autoscaling";

    public bool AppliesTo(ServedVariant planned, ResourceUsage usage) =>
        planned is InstanceFleet { IsAsync: false, Bounds.Max: { IsKnown: true } most, Instances: { IsKnown: true } instances }
        && instances.Expected < most.Expected;

    public ServedVariant Without(ServedVariant planned, ResourceUsage usage)
    {
        var fleet = (InstanceFleet)planned;
        return fleet with { Instances = fleet.Bounds!.Max, Bounds = null };
    }
}
