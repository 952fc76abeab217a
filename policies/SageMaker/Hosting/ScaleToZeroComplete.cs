using Policies.Packs;

namespace Policies.SageMaker.Hosting;

/// <summary>What is meant to go to zero gets there, and comes back: half of the set-up bills as if there were none, or answers nobody.</summary>
/// <remarks>https://docs.aws.amazon.com/sagemaker/latest/dg/endpoint-auto-scaling-zero-instances.html</remarks>
internal sealed class ScaleToZeroComplete : StackPolicy
{
    /// <summary>Counts calls that found no copy; CloudWatch shows it for the inference component.</summary>
    private const string FailedCalls = "NoCapacityInvocationFailures";

    /// <summary>Is 1 while requests wait for an asynchronous endpoint without instances.</summary>
    private const string Waiting = "HasBacklogWithoutCapacity";

    private const string Backlog = "ApproximateBacklogSizePerInstance";

    public override PolicyInfo Info { get; } = new()
    {
        Name = "scale-to-zero-complete",
        DisplayName = "What scales to zero comes back",
        Description = "An endpoint that is meant to go to zero has all that takes it there and brings it back.",
        Severity = Severity.High,
        Remediation = "Register every inference component for copies from 0, let the variant's managedInstanceScaling go to 0, and add a step policy "
            + $"with an alarm on {FailedCalls} (asynchronous: {Waiting}).",
        Url = PolicyPages.Of("scale-to-zero-complete"),
        Tags = ["sagemaker", "hosting", "cost", "reliability", PolicyTags.Irreversible],
        Config = new(),
    };

    public override IEnumerable<ResourceVerdict> Check(StackContext context)
    {
        var stack = StackHosting.Of(context);
        return stack.Places.SelectMany(place => Variant(place, stack))
            .Concat(stack.Configurations.Select(config => new ResourceVerdict(config.Resource, Output(config))))
            .Concat(stack.Targets.SelectMany(target => Copies(target, stack)))
            .Where(verdict => !verdict.Verdict.IsCompliant)
            .Distinct();
    }

    private static IEnumerable<ResourceVerdict> Variant(VariantPlace place, StackHosting stack)
    {
        var (variant, config) = (place.Variant, place.Configuration);
        if (GoesToZero(variant) != false)
        {
            foreach (var verdict in ByComponents(place, stack))
            {
                yield return GoesToZero(variant) == true || verdict.Verdict.IsCompliant
                    ? place.Judged(verdict.Resource!, verdict.Verdict)
                    : new(config.Resource, Verdict.Unknown(WaitsFor(variant)));
            }
        }

        if (config.IsAsync.Known.Value == true)
        {
            var targets = stack.TargetsOf(place).Where(entry => entry.Target.Dimension.Known.Value == ScalableDimensions.Instances);
            foreach (var (target, isCertain) in targets)
            {
                var verdict = Asynchronous(target, stack);
                yield return isCertain || verdict.IsCompliant
                    ? place.Judged(target.Resource, verdict)
                    : new(target.Resource, Verdict.Unknown(target.ResourceId.Name.Path.ToString()));
            }
        }
    }

    /// <summary>What must hold of a variant whose instances may all go.</summary>
    private static IEnumerable<ResourceVerdict> ByComponents(VariantPlace place, StackHosting stack)
    {
        var (variant, config) = (place.Variant, place.Configuration.Resource);
        if (variant.Model.IsThere)
        {
            yield return new(config, Verdict.Violation(
                $"{config.Name}: {variant.ManagedMinimum.Path} is 0 and {variant.Model.Name.Path} is set: only a variant of inference components "
                + "goes to zero. Host the model as an inference component, or keep one instance."));
        }

        var components = stack.ComponentsOn(place.Endpoint).Where(entry =>
            entry.Component.Base.Known is { IsKnown: true, Value: null } && IsOn(entry.Component, place) != false);
        foreach (var (component, isCertain) in components)
        {
            var verdict = LetsGo(component, place, stack);
            yield return isCertain && IsOn(component, place) == true || verdict.Verdict.IsCompliant
                ? verdict
                : new(component.Resource, Verdict.Unknown((isCertain ? component.Variant : component.Endpoint.Name).Path.ToString()));
        }
    }

    /// <summary>Whether the copies of a component let the instances go: one that stays keeps its instance.</summary>
    private static ResourceVerdict LetsGo(HostedComponent component, VariantPlace place, StackHosting stack)
    {
        var targets = stack.TargetsOf(component).ToArray();
        var found = $"{place.Variant.ManagedMinimum.Path} of {place.Configuration.Resource.Name} is 0";
        if (targets.Length == 0)
        {
            return new(component.Resource, Verdict.Violation(
                $"{component.Resource.Name}: no scalable target of this stack is for it, and {found}: its copies never go, and keep their instances. "
                + $"Add one for inference-component/<name>, {ScalableDimensions.Copies}, with minCapacity 0."));
        }

        var (target, isCertain) = targets[0];
        return new(target.Resource, target.Min.Known switch
        {
            { IsUnknown: true } => Verdict.Unknown(target.Min.Path.ToString()),
            { Value: 0 } => Verdict.Compliant,
            _ when !isCertain => Verdict.Unknown(target.ResourceId.Name.Path.ToString()),
            _ => Verdict.Violation(
                $"{target.Resource.Name}: {target.Min.Path} is {target.Min.Known}, and {found}: the copies that stay keep their instances. Use 0."),
        });
    }

    /// <summary>What must hold of copies that may all go.</summary>
    private static IEnumerable<ResourceVerdict> Copies(ScaledTarget target, StackHosting stack)
    {
        if (target.Dimension.Known is not { IsSet: true, Value: ScalableDimensions.Copies })
        {
            return [];
        }

        return target.Min.Known switch
        {
            { IsUnknown: true } => [new(target.Resource, Verdict.Unknown(target.Min.Path.ToString()))],
            { Value: 0 } =>
            [
                new(target.Resource, Wakes(target, FailedCalls, "nothing brings it back once all are gone", Verdict.Violation, stack)),
                .. Releases(target, stack),
            ],
            _ => [],
        };
    }

    /// <summary>Whether the instances go when the copies have gone.</summary>
    private static IEnumerable<ResourceVerdict> Releases(ScaledTarget target, StackHosting stack) =>
        from component in stack.ComponentOf(target).Found
        from endpoint in stack.EndpointOf(component).Found
        from place in stack.PlacesOf(endpoint)
        where IsOn(component, place) == true
        select place.Judged(place.Configuration.Resource, GoesToZero(place.Variant) switch
        {
            null => Verdict.Unknown(WaitsFor(place.Variant)),
            true => Verdict.Compliant,
            false => Verdict.Violation(
                $"{place.Configuration.Resource.Name}: {place.Variant.ManagedMinimum.Path} is {place.Variant.ManagedMinimum.Known}"
                + $"{(place.Variant.IsManaged == true ? "" : $" ({place.Variant.ManagedStatus.Path} is {place.Variant.ManagedStatus.Known})")}, and "
                + $"{target.Resource.Name} lets the copies of {component.Resource.Name} go to 0: the instances stay, and are billed. "
                + "Enable managedInstanceScaling with minInstanceCount 0."),
        });

    /// <summary>Target tracking cannot bring anything back: its metric is an average over copies or instances, of which there are none.</summary>
    private static Verdict Wakes(
        ScaledTarget target, string metric, string otherwise, Func<string, Verdict> finding, StackHosting stack)
    {
        var rules = stack.RulesOf(target).Where(entry => entry.Rule.IsStep != false).ToArray();
        var answers = (
            from entry in rules
            from alarm in stack.AlarmsOf(entry.Rule)
            let watches = alarm.Alarm.Watches(metric)
            where watches != false
            select (Wakes: watches == true && alarm.IsCertain && entry.IsCertain && entry.Rule.IsStep == true, entry, alarm.Alarm)).ToArray();
        return answers switch
        {
            _ when answers.Any(answer => answer.Wakes) => Verdict.Compliant,
            [var doubtful, ..] => Verdict.Unknown(WaitsFor(doubtful.entry, doubtful.Alarm, metric)),
            [] => finding(
                $"{target.Resource.Name}: {target.Min.Path} is 0, and "
                + (rules.Length == 0 ? "no step policy of this stack is for it" : $"no alarm on {metric} sets off {rules[0].Rule.Resource.Name}")
                + $": {otherwise}. Add a policy of the type StepScaling that adds one, and an alarm on {metric} "
                + "that sets it off."),
        };
    }

    private static string WaitsFor((ScalingRule Rule, bool IsCertain) entry, WakeAlarm alarm, string metric) => entry switch
    {
        { IsCertain: false } => entry.Rule.ResourceId.Name.Path.ToString(),
        { Rule.IsStep: null } => entry.Rule.Type.Path.ToString(),
        _ when alarm.Watches(metric) is null => alarm.Metrics.First(setting => setting.Known.IsUnknown).Path.ToString(),
        _ => WakeAlarm.ActionsPath.ToString(),
    };

    /// <summary>An asynchronous endpoint is brought back by its backlog, though late, so what is missing is advised.</summary>
    private static Verdict Asynchronous(ScaledTarget target, StackHosting stack)
    {
        if (target.Min.Known is { IsUnknown: false, Value: not 0 })
        {
            return Verdict.Compliant;
        }

        var tracking = stack.RulesOf(target).Select(entry => entry.Rule).Where(rule => rule is { IsScheduled: false, IsStep: not true }).ToArray();
        var tracksBacklog = tracking.Length == 0
            || tracking.Any(rule => rule.CustomMetric.Known is { IsUnknown: true } or { Value: Backlog });
        var verdict = Verdict.All(
        [
            tracksBacklog ? Verdict.Compliant : Verdict.Warning(
                $"{target.Resource.Name}: no policy for it tracks {Backlog}: what {tracking[0].Resource.Name} tracks says nothing about waiting "
                + $"requests. Track {Backlog} of AWS/SageMaker."),
            Wakes(target, Waiting, "a request waits until the backlog is larger than the target", Verdict.Warning, stack),
        ]);
        return target.Min.Known.IsUnknown && !verdict.IsCompliant ? Verdict.Unknown(target.Min.Path.ToString()) : verdict;
    }

    private static Verdict Output(HostedConfiguration config) =>
        config.IsAsync.Known.Value == true && config.AsyncOutput.Known is { IsKnown: true, Value: null or "" }
            ? Verdict.Violation(
                $"{config.Resource.Name}: {config.AsyncOutput.Path} is not set: an asynchronous endpoint has nowhere to write its responses. "
                + "Give it a folder of a bucket.")
            : Verdict.Compliant;

    private static bool? GoesToZero(HostedVariant variant) =>
        variant.IsManaged & (variant.ManagedMinimum.Known.IsUnknown ? (bool?)null : variant.ManagedMinimum.Known.Value == 0);

    private static string WaitsFor(HostedVariant variant) =>
        (variant.IsManaged is null ? variant.ManagedStatus.Path : variant.ManagedMinimum.Path).ToString();

    private static bool? IsOn(HostedComponent component, VariantPlace place) =>
        component.Variant.Known.IsSet && place.Variant.Name.Known.IsSet
            ? component.Variant.Known.Value == place.Variant.Name.Known.Value
            : place.Configuration.Variants.Length == 1 ? true : null;
}
