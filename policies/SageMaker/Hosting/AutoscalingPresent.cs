using System.Globalization;
using Policies.Money;
using Policies.Packs;
using Policies.Workloads;

namespace Policies.SageMaker.Hosting;

/// <summary>What serves at night does not cost what it costs at noon: a variant that nothing scales is billed in full, always.</summary>
/// <remarks>https://docs.aws.amazon.com/sagemaker/latest/dg/endpoint-auto-scaling.html</remarks>
internal sealed class AutoscalingPresent : StackPolicy
{
    private const string FixedInstances = "fixedInstances";

    public override PolicyInfo Info { get; } = new()
    {
        Name = "autoscaling-present",
        DisplayName = "Endpoints scale",
        Description = "Variants that run on instances are registered for scaling, and something moves them.",
        Severity = Severity.High,
        Remediation = "Add an aws.appautoscaling.Target for endpoint/<name>/variant/<variant> and a Policy of the type TargetTrackingScaling for it.",
        Url = PolicyPages.Of("autoscaling-present"),
        Tags = ["sagemaker", "hosting", "cost"],
        Config = new(PolicySetting.Integer(
            FixedInstances, "Instances, or copies of a model, that may be fixed; they are warned about.", byDefault: 1)),
    };

    public override IEnumerable<ResourceVerdict> Check(StackContext context)
    {
        var stack = StackHosting.Of(context);
        var allowed = context.Config[FixedInstances].AsInt32() ?? 0;
        return stack.Places.SelectMany(place => Judge(place, stack, allowed, context.Stack))
            .Concat(stack.Components.SelectMany(component => Judge(component, stack, allowed)))
            .Where(verdict => !verdict.Verdict.IsCompliant)
            .Distinct();
    }

    private static IEnumerable<ResourceVerdict> Judge(VariantPlace place, StackHosting stack, int allowed, StackInfo settings)
    {
        var variant = place.Variant;
        if (variant.IsServerless.Known.Value == true || variant.IsManaged == true)
        {
            return [];
        }

        var targets = stack.TargetsOf(place).Where(entry => CountsInstances(entry.Target)).ToArray();
        var name = place.Endpoint.Resource.Name;
        var fixedCost = Fixed(
            place.Configuration.Resource.Name, variant.InstanceCount, allowed, $"nothing scales {name}", "instances", PriceOf(place, settings));
        return targets switch
        {
            _ when fixedCost.IsCompliant => [],
            [] when variant.IsServerless.Known.IsUnknown => [Waits(place, variant.IsServerless.Path)],
            [] when variant.ManagedStatus.Known.IsUnknown => [Waits(place, variant.ManagedStatus.Path)],
            [] => [place.Judged(place.Configuration.Resource, fixedCost)],
            _ when targets.Any(entry => entry.IsCertain) => targets.Where(entry => entry.IsCertain).Select(entry => Moved(entry.Target, stack)),
            _ => targets.Select(entry => Doubtful(entry.Target)),
        };
    }

    /// <summary>Copies on instances that SageMaker manages: the instances follow the copies, so the copies have to scale.</summary>
    private static IEnumerable<ResourceVerdict> Judge(HostedComponent component, StackHosting stack, int allowed)
    {
        if (component.Base.Known is not { IsKnown: true, Value: null })
        {
            return [];
        }

        var targets = stack.TargetsOf(component).ToArray();
        var fixedCost = Fixed(
            component.Resource.Name, component.Copies, allowed, "nothing scales the inference component", "copies");
        return targets switch
        {
            _ when fixedCost.IsCompliant => [],
            [] => [new(component.Resource, fixedCost)],
            _ when targets.Any(entry => entry.IsCertain) => targets.Where(entry => entry.IsCertain).Select(entry => Moved(entry.Target, stack)),
            _ => targets.Select(entry => Doubtful(entry.Target)),
        };
    }

    private static string PriceOf(VariantPlace place, StackInfo settings) =>
        place.Variant.Instances is [{ Type: { IsSecret: false, Value: { } type } }]
            ? InstanceMoney.For(place.Configuration.Resource, settings).AlwaysOn(Purpose.Hosting, type)
            : "";

    private static bool CountsInstances(ScaledTarget target) =>
        target.Dimension.Known.IsUnknown || target.Dimension.Known.Value == ScalableDimensions.Instances;

    private static ResourceVerdict Waits(VariantPlace place, PropertyPath path) =>
        new(place.Configuration.Resource, Verdict.Unknown(path.ToString()));

    private static ResourceVerdict Doubtful(ScaledTarget target) =>
        new(target.Resource, Verdict.Unknown(target.ResourceId.Name.Path.ToString()));

    private static Verdict Fixed(string name, Setting<int?> count, int allowed, string why, string what, string price = "")
    {
        var found = $"{name}: {count.Path} is {count.Known}, and {why}: that is a fixed cost, day and night. "
            + $"Register the {what} for scaling, with a policy";
        return count.Known switch
        {
            { IsUnknown: true } => Verdict.Unknown(count.Path.ToString()),
            { Value: 0 } => Verdict.Compliant,
            { Value: var some } when (some ?? 1) > allowed => Verdict.Violation(string.Create(
                CultureInfo.InvariantCulture, $"{found}, or go down to {allowed} (the setting {FixedInstances}).{price}")),
            _ => Verdict.Warning($"{found}.{price}"),
        };
    }

    /// <summary>A target only says how far scaling may go; without a policy or a schedule nothing ever moves.</summary>
    private static ResourceVerdict Moved(ScaledTarget target, StackHosting stack)
    {
        var rules = stack.RulesOf(target).ToArray();
        return new(target.Resource, rules switch
        {
            _ when target.HasSchedule || rules.Any(entry => entry.IsCertain) => Verdict.Compliant,
            [var doubtful, ..] => Verdict.Unknown(doubtful.Rule.ResourceId.Name.Path.ToString()),
            [] => Verdict.Violation(
                $"{target.Resource.Name}: no scaling policy and no schedule of this stack is for it, so that nothing ever moves "
                + "the capacity. Add a policy of the type TargetTrackingScaling with the same resourceId and scalableDimension."),
        });
    }
}
