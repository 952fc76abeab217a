using Costs.Mappers.SageMaker.Jobs;
using Costs.Usage;

namespace Costs.Strategies;

/// <summary>Training on spot capacity with checkpoints. On demand nothing is interrupted, so no work is done twice either.</summary>
internal sealed class SpotTraining : Strategy, IUndoes<Job>
{
    public override string Name => "spotTraining";

    public override string Title => "spot training with checkpoints";

    public bool AppliesTo(Job planned, ResourceUsage usage) => planned.Capacity == Capacity.Spot;

    public Job Without(Job planned, ResourceUsage usage) => planned with { Capacity = Capacity.OnDemand, HasFallback = false };
}
