using Costs.Plan;
using Costs.Quantities;
using ResourceViews.Aws.AppAutoScaling;
using ResourceViews.AwsNative.ApplicationAutoScaling;
using Variant = ResourceViews.Aws.Sagemaker.EndpointConfigurationProductionVariantProps;

namespace Costs.Mappers.SageMaker.Hosting;

/// <summary>Between how many instances, or how much provisioned concurrency, a variant moves.</summary>
/// <param name="Min">Not known where a bound is not.</param>
/// <param name="From">What sets them, for people.</param>
internal sealed record ScalingBounds(Quantity Min, Quantity Max, string From)
{
    public const string Instances = "sagemaker:variant:DesiredInstanceCount";
    public const string ProvisionedConcurrency = "sagemaker:variant:DesiredProvisionedConcurrency";

    /// <summary>The bounds of Application Auto Scaling and of scheduled actions; null where nothing scales the variant.</summary>
    /// <param name="isOnly">Whether the endpoint has no other variant, so that a target that may be for it is.</param>
    public static ScalingBounds? Of(PlannedResource endpoint, Variant variant, bool isOnly, string dimension, PlanIndex plan)
    {
        var bounds = (
            from target in plan.Sources(endpoint, HostingReferences.ScaledEndpoint)
            let view = TargetProps.From(PropertyValue.FromMap(target.Inputs))
            where view.ScalableDimension.Value == dimension && IsFor(view.ResourceId, variant, isOnly)
            from pair in OfTarget(target, view)
            select pair).ToList();
        if (bounds.Count == 0)
        {
            return null;
        }

        bounds.AddRange(
            from action in plan.Sources(endpoint, HostingReferences.ScheduledEndpoint)
            let view = ScheduledActionProps.From(PropertyValue.FromMap(action.Inputs))
            where view.ScalableDimension.Value == dimension && IsFor(view.ResourceId, variant, isOnly)
            let moved = view.ScalableTargetAction
            from pair in Moved(moved.MinCapacity, moved.MaxCapacity, bounds[0])
            select pair);
        return new(
            Extreme(bounds.Select(pair => pair.Min), Math.Min), Extreme(bounds.Select(pair => pair.Max), Math.Max), "autoscaling");
    }

    /// <summary>The bounds of managed instance scaling; null where that is off.</summary>
    public static ScalingBounds? Managed(Variant variant)
    {
        var managed = variant.ManagedInstanceScaling;
        var initial = variant.InitialInstanceCount.Value ?? 1;
        return managed.IsMissing || managed.Status.Value == "DISABLED"
            ? null
            : new(
                Quantity.Of(managed.MinInstanceCount, "managedInstanceScaling.minInstanceCount", initial),
                Quantity.Of(managed.MaxInstanceCount, "managedInstanceScaling.maxInstanceCount", initial),
                "managed instance scaling");
    }

    /// <summary>From min to max; what is expected is kept between them.</summary>
    public Quantity Around(Quantity expected)
    {
        if (!Min.IsKnown || !Max.IsKnown || !expected.IsKnown)
        {
            return Min + Max + expected;
        }

        var (floor, ceiling) = (Min.Floor, Math.Max(Min.Floor, Max.Ceiling));
        var between = Quantity.Between(floor, Math.Clamp(expected.Expected, floor, ceiling), ceiling);
        return expected.Assumptions.Aggregate(between, (sum, assumption) => sum.Because(assumption))
            .Because($"{Quantity.Of(floor)} to {Quantity.Of(ceiling)}, the bounds of {From}");
    }

    /// <summary>By the names, where both are known.</summary>
    private static bool IsFor(Known<string> resourceId, Variant variant, bool isOnly) =>
        (resourceId.Value, variant.VariantName.Value) is ({ } id, { } name) ? VariantId.Parse(id)?.Variant == name : isOnly;

    private static IEnumerable<(Quantity Min, Quantity Max)> OfTarget(PlannedResource target, TargetProps view)
    {
        var own = (Quantity.Of(view.MinCapacity, "minCapacity", 0), Quantity.Of(view.MaxCapacity, "maxCapacity", 0));
        yield return own;

        // aws-native keeps the scheduled actions inside the target.
        foreach (var action in ScalableTargetProps.From(PropertyValue.FromMap(target.Inputs)).ScheduledActions)
        {
            var moved = action.ScalableTargetAction;
            foreach (var pair in Moved(moved.MinCapacity, moved.MaxCapacity, own))
            {
                yield return pair;
            }
        }
    }

    /// <summary>A scheduled action moves one bound, or both; the other stays as it is.</summary>
    private static IEnumerable<(Quantity Min, Quantity Max)> Moved(
        Known<int?> min, Known<int?> max, (Quantity Min, Quantity Max) own) =>
    [
        (
            min is { IsKnown: true, Value: null } ? own.Min : Quantity.Of(min, "scalableTargetAction.minCapacity", 0),
            max is { IsKnown: true, Value: null } ? own.Max : Quantity.Of(max, "scalableTargetAction.maxCapacity", 0)),
    ];

    private static Quantity Extreme(IEnumerable<Quantity> quantities, Func<decimal, decimal, decimal> choose) => quantities.Aggregate(
        (left, right) => left.IsKnown && right.IsKnown ? Quantity.Of(choose(left.Expected, right.Expected)) : left + right);
}
