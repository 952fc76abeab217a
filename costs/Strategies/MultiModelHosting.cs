using Costs.Mappers.SageMaker.Hosting;
using Costs.Usage;

namespace Costs.Strategies;

/// <summary>Many models on shared instances, where each would have an endpoint of its own.</summary>
internal sealed class MultiModelHosting : Strategy, IUndoes<ServedVariant>
{
    public override string Name => "multiModelEndpoints";

    public override string Title => "multi-model endpoints";

    public override UsageSetting? Needs => WithoutSettings.Endpoints;

    public bool AppliesTo(ServedVariant planned, ResourceUsage usage) =>
        planned is InstanceFleet { IsMultiModel: true, Instances.IsKnown: true };

    public ServedVariant Without(ServedVariant planned, ResourceUsage usage) => InstanceFleet.AlwaysOn(
        usage.Text(WithoutSettings.InstanceType) ?? ((InstanceFleet)planned).InstanceType, usage[WithoutSettings.Endpoints]);
}
