using Costs.Mappers.S3;
using Costs.Usage;

namespace Costs.Strategies;

/// <summary>Objects that move to colder storage classes after a while.</summary>
internal sealed class LifecycleArchive : Strategy, IUndoes<Retention>
{
    public override string Name => "lifecycleArchive";

    public override string Title => "old models archived";

    public bool AppliesTo(Retention planned, ResourceUsage usage) =>
        planned.IsKnown(usage) && planned.Rules.Any(rule => rule.Transitions.Any(IsArchiving));

    public Retention Without(Retention planned, ResourceUsage usage) => planned.WithoutTransitions(IsArchiving);

    private static bool IsArchiving(Transition transition) => transition.StorageClass != StorageClasses.IntelligentTiering;
}
