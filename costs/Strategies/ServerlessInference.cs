using Costs.Mappers.SageMaker.Hosting;
using Costs.Quantities;
using Costs.Usage;

namespace Costs.Strategies;

/// <summary>Endpoints paid by the call, where an instance would wait all month.</summary>
internal sealed class ServerlessInference : Strategy, IUndoes<ServedVariant>
{
    public override string Name => "serverless";

    public override string Title => "serverless inference";

    public override UsageSetting? Needs => WithoutSettings.InstanceType;

    public bool AppliesTo(ServedVariant planned, ResourceUsage usage) => planned is ServerlessVariant { IsKnown: true };

    public ServedVariant Without(ServedVariant planned, ResourceUsage usage) =>
        InstanceFleet.AlwaysOn(usage.Text(WithoutSettings.InstanceType)!, Quantity.One);
}
