using Costs.Mappers.SageMaker.Hosting;
using Costs.Usage;

namespace Costs.Strategies;

/// <summary>Endpoints without traffic that a sweep found; they are in no plan any more, so how many there were has to be stated.</summary>
internal sealed class UnusedEndpoints : Strategy, IUndoes<ForgottenEndpoints>
{
    public override string Name => "deleteUnused";

    public override string Title => "unused endpoints deleted";

    public bool AppliesTo(ForgottenEndpoints planned, ResourceUsage usage) =>
        usage.States(WithoutSettings.Endpoints) && usage.States(WithoutSettings.InstanceType);

    public ForgottenEndpoints Without(ForgottenEndpoints planned, ResourceUsage usage) => new(
        InstanceFleet.AlwaysOn(usage.Text(WithoutSettings.InstanceType)!, usage[WithoutSettings.Endpoints]));
}
