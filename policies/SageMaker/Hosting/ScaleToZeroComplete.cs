using Policies.Packs;

namespace Policies.SageMaker.Hosting;

/// <summary>What is meant to go to zero gets there, and comes back: half of the set-up bills as if there were none, or answers nobody.</summary>
/// <remarks>https://docs.aws.amazon.com/sagemaker/latest/dg/endpoint-auto-scaling-zero-instances.html</remarks>
internal sealed class ScaleToZeroComplete : StackPolicy
{
    private const string Backlog = "ApproximateBacklogSizePerInstance";

    public override PolicyInfo Info { get; } = new()
    {
        Name = "scale-to-zero-complete",
        DisplayName = "What scales to zero comes back",
        Description = "An endpoint that is meant to go to zero has all that takes it there and brings it back.",
        Severity = Severity.High,
        Remediation = "Register every inference component for copies from 0, let the variant's managedInstanceScaling go to 0, and add a step policy "
            + $"with an alarm on {WakeSignal.FailedCalls.Metric} (asynchronous: {WakeSignal.Waiting.Metric}).",
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
                new(target.Resource, Verdict.All(
                [
                    Wakes(target, WakeSignal.FailedCalls, "nothing brings it back once all are gone", Verdict.Violation, stack),
                    GoesDown(target, Verdict.Violation, stack),
                ])),
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
        ScaledTarget target, WakeSignal signal, string otherwise, Func<string, Verdict> finding, StackHosting stack)
    {
        var rules = stack.RulesOf(target).Where(entry => entry.Rule.IsStep != false).ToArray();
        INamed? scaled = stack.ComponentOf(target) is { Found: [var component] } ? component
            : stack.EndpointOf(target) is { Found: [var endpoint] } ? endpoint
            : null;
        Verdict[] answers =
        [
            .. from entry in rules
               from alarm in stack.AlarmsOf(entry.Rule)
               let seen = alarm.Alarm.Sees(signal, target, scaled)
               where seen is not null
               select Verdict.All([seen, Adds(entry.Rule), Certain(entry, alarm.IsCertain)]),
        ];
        if (answers.Any(answer => answer.IsCompliant))
        {
            return Verdict.Compliant;
        }

        var faults = answers.SelectMany(answer => answer.Violations).Concat(rules.SelectMany(entry => Adds(entry.Rule).Violations));
        return Array.Find(answers, answer => answer.IsUnknown) ?? finding(
            $"{target.Resource.Name}: {target.Min.Path} is 0, and "
            + (rules.Length == 0 ? "no step policy of this stack is for it"
                : faults.FirstOrDefault() ?? $"no alarm on {signal.Metric} sets off {rules[0].Rule.Resource.Name}")
            + $": {otherwise}. Add a policy of the type StepScaling that adds one, and an alarm on {signal.Metric} "
            + "that sets it off.");
    }

    /// <summary>Whether a step policy adds anything: from none, 1 says the same as an exact capacity and as a change.</summary>
    private static Verdict Adds(ScalingRule rule) => rule switch
    {
        _ when rule.Steps.Any(step => step.Known.Value > 0) => Verdict.Compliant,
        _ when rule.Steps.FirstOrDefault(step => step.Known.IsUnknown) is { Known.IsUnknown: true } open => Verdict.Unknown(open.Path.ToString()),
        { Steps: [var step, ..] } => Verdict.Violation($"{step.Path} of {rule.Resource.Name} is {step.Known}, expected 1 or more"),
        _ when rule.Type.Known.IsUnknown => Verdict.Compliant,
        _ => Verdict.Violation($"{rule.Resource.Name} has no step, expected one that adds 1 or more"),
    };

    /// <summary>Whether a policy certainly is for the target, and is set off by the alarm.</summary>
    private static Verdict Certain((ScalingRule Rule, bool IsCertain) entry, bool isSetOff) => entry switch
    {
        { IsCertain: false } => Verdict.Unknown(entry.Rule.ResourceId.Name.Path.ToString()),
        { Rule.IsStep: null } => Verdict.Unknown(entry.Rule.Type.Path.ToString()),
        _ when !isSetOff => Verdict.Unknown(WakeAlarm.ActionsPath.ToString()),
        _ => Verdict.Compliant,
    };

    /// <summary>Whether something takes away what a policy adds that only ever adds.</summary>
    private static Verdict GoesDown(ScaledTarget target, Func<string, Verdict> finding, StackHosting stack)
    {
        var rules = stack.RulesOf(target).Select(entry => entry.Rule).ToArray();
        var tracking = rules.Where(rule => rule is { IsScheduled: false, IsStep: false }).ToArray();
        var takesAway = target.HasSchedule || rules.Any(rule => rule.IsScheduled || rule.IsStep is null
            || rule.Steps.Any(step => step.Known.IsUnknown || step.Known.Value <= 0));
        return takesAway || tracking.Any(rule => rule.OnlyAdds.Known is { IsUnknown: false, Value: not true }) ? Verdict.Compliant
            : tracking.FirstOrDefault(rule => rule.OnlyAdds.Known.IsUnknown) is { } open ? Verdict.Unknown(open.OnlyAdds.Path.ToString())
            : tracking is [var only, ..] ? finding(
                $"{target.Resource.Name}: {target.Min.Path} is 0, and {only.OnlyAdds.Path} of {only.Resource.Name} is true: it never goes down "
                + "again, and is billed in full. Remove disableScaleIn.")
            : Verdict.Compliant;
    }

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
            Wakes(target, WakeSignal.Waiting, "a request waits until the backlog is larger than the target", Verdict.Warning, stack),
            GoesDown(target, Verdict.Warning, stack),
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
