using Costs.Mappers.S3;
using Costs.Usage;

namespace Costs.Strategies;

/// <summary>Objects whose storage class follows how often they are read.</summary>
internal sealed class IntelligentTiering : Strategy, IUndoes<Retention>
{
    public override string Name => "intelligentTiering";

    public override string Title => "S3 Intelligent-Tiering";

    public bool AppliesTo(Retention planned, ResourceUsage usage) =>
        planned.IsKnown(usage) && planned.Rules.Any(rule => rule.Transitions.Any(IsTiering));

    public Retention Without(Retention planned, ResourceUsage usage) => planned.WithoutTransitions(IsTiering);

    private static bool IsTiering(Transition transition) => transition.StorageClass == StorageClasses.IntelligentTiering;
}
