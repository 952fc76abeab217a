using Costs.Mappers.SageMaker;
using Costs.Usage;

namespace Costs.Strategies;

/// <summary>Notebooks that are stopped while nobody works on them.</summary>
internal sealed class IdleShutdown : Strategy, IUndoes<Notebook>
{
    public override string Name => "idleShutdown";

    public override string Title => "idle notebooks stopped";

    public override UsageSetting? Needs => WithoutSettings.HoursPerMonth;

    public bool AppliesTo(Notebook planned, ResourceUsage usage) => planned.StopsWhenIdle;

    public Notebook Without(Notebook planned, ResourceUsage usage) =>
        planned with { HoursPerMonth = usage[WithoutSettings.HoursPerMonth] };
}
