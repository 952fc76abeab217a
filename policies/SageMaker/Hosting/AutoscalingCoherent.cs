using System.Globalization;
using Policies.Packs;

namespace Policies.SageMaker.Hosting;

/// <summary>Scaling that works once it is deployed: the parts that Application Auto Scaling joins by name fit together.</summary>
/// <remarks>https://docs.aws.amazon.com/sagemaker/latest/dg/endpoint-auto-scaling-prerequisites.html</remarks>
internal sealed class AutoscalingCoherent : StackPolicy
{
    private const string MinScaleIn = "minScaleInCooldownSeconds";
    private const string Predictive = "PredictiveScaling";
    private const string Burstable = "t2";

    public override PolicyInfo Info { get; } = new()
    {
        Name = "autoscaling-coherent",
        DisplayName = "Scaling settings fit the endpoint that they scale",
        Description = "Scalable targets and scaling policies fit each other and the endpoint they are for.",
        Severity = Severity.Medium,
        Remediation = "Change the resource id, dimension, metric, capacity or instance type that the message names.",
        Url = PolicyPages.Of("autoscaling-coherent"),
        Tags = ["sagemaker", "hosting", "reliability", PolicyTags.Irreversible],
        Config = new(PolicySetting.Integer(
            MinScaleIn, "Seconds between two steps down below which a policy is warned about.", byDefault: 60)),
    };

    public override IEnumerable<ResourceVerdict> Check(StackContext context)
    {
        var stack = StackHosting.Of(context);
        var minScaleIn = context.Config[MinScaleIn].AsInt32() ?? 0;
        return stack.Targets.SelectMany(target => (ResourceVerdict[])
            [
                new(target.Resource, Verdict.All(
                    [Form(target), .. target.Scheduled.Prepend(Own(target)).Select(Ordered)])),
                .. InStack(target, stack),
            ])
            .Concat(stack.Rules.Select(rule => new ResourceVerdict(
                rule.Resource,
                rule.Scheduled is { } bounds ? Ordered(bounds) : Verdict.All([Metric(rule), Cooldown(rule, minScaleIn)]))))
            .Where(verdict => !verdict.Verdict.IsCompliant)
            .Distinct();
    }

    /// <summary>Whether dimension and resource id are of the forms that there are, and of the same.</summary>
    private static Verdict Form(ScaledTarget target)
    {
        var (name, id, dimension) = (target.Resource.Name, target.ResourceId.Name, target.Dimension);
        if (dimension.Known.IsSet && !ScalableDimensions.All.Contains(dimension.Known.Value!))
        {
            return Verdict.Violation(
                $"{name}: {dimension.Path} is {dimension.Known}, expected one of {string.Join(", ", ScalableDimensions.All)}.");
        }

        if (id.Known.IsUnknown || !dimension.Known.IsSet)
        {
            return Verdict.Compliant;
        }

        var ofCopies = dimension.Known.Value == ScalableDimensions.Copies;
        return ScaledId.Parse(id.Known.Value ?? "") is { } parsed && parsed.Variant is null == ofCopies
            ? Verdict.Compliant
            : Verdict.Violation(
                $"{name}: {id.Path} is {id.Known}, expected {(ofCopies ? "inference-component/<name>" : "endpoint/<name>/variant/<variant>")} "
                + $"for {dimension.Known}.");
    }

    private static ScaledBounds Own(ScaledTarget target) => new(target.Resource, target.Min, target.Max);

    private static Verdict Ordered(ScaledBounds bounds) =>
        bounds.Min.Known.Value > bounds.Max.Known.Value
            ? Verdict.Violation(
                $"{bounds.Resource.Name}: {bounds.Min.Path} is {bounds.Min.Known}, expected at most {bounds.Max.Path} ({bounds.Max.Known}).")
            : Verdict.Compliant;

    /// <summary>What is wrong between a target and the variant that it scales.</summary>
    private static IEnumerable<ResourceVerdict> InStack(ScaledTarget target, StackHosting stack)
    {
        var places = stack.PlacesOf(target).ToArray();
        foreach (var (place, isCertain) in places)
        {
            var verdict = Verdict.All(Judge(target, place));
            yield return new(
                target.Resource,
                isCertain || verdict.IsCompliant ? verdict : Verdict.Unknown(target.ResourceId.Name.Path.ToString()));

            foreach (var (rule, isFor) in stack.RulesOf(target))
            {
                if (rule.Scheduled is { } bounds && target.Dimension.Known.Value == ScalableDimensions.Instances)
                {
                    var scheduled = Minimum(bounds, place);
                    yield return new(
                        rule.Resource,
                        (isCertain && isFor) || scheduled.IsCompliant ? scheduled : Verdict.Unknown(rule.ResourceId.Name.Path.ToString()));
                }
            }
        }

        if (places.Length == 0 && stack.EndpointOf(target) is { IsDetermined: true, Found: [var endpoint] })
        {
            yield return new(target.Resource, NoSuchVariant(target, endpoint, stack));
        }
    }

    private static Verdict NoSuchVariant(ScaledTarget target, HostedEndpoint endpoint, StackHosting stack)
    {
        var places = stack.PlacesOf(endpoint).ToArray();
        return places.Length == 0 || places.Any(place => !place.IsCertain)
            ? Verdict.Compliant
            : Verdict.Violation(
                $"{target.Resource.Name}: {target.ResourceId.Name.Path} is {target.ResourceId.Name.Known}, and {endpoint.Resource.Name} has no "
                + $"such variant, but {string.Join(", ", places.Select(place => place.Variant.Name.Known))}. Name that one.");
    }

    private static IEnumerable<Verdict> Judge(ScaledTarget target, VariantPlace place)
    {
        var (name, endpoint, variant) = (target.Resource.Name, place.Endpoint.Resource.Name, place.Variant);
        switch (target.Dimension.Known.Value)
        {
            case ScalableDimensions.Provisioned when variant.IsServerless.Known is { IsUnknown: false, Value: not true }:
                yield return Verdict.Violation(
                    $"{name}: {target.Dimension.Path} is {ScalableDimensions.Provisioned}, and {endpoint} runs on instances. "
                    + $"Use {ScalableDimensions.Instances}.");
                break;
            case ScalableDimensions.Provisioned when variant.IsServerless.Known.IsUnknown:
                yield return Verdict.Unknown(variant.IsServerless.Path.ToString());
                break;
            case ScalableDimensions.Instances:
                foreach (var bounds in target.Scheduled.Prepend(Own(target)))
                {
                    yield return Minimum(bounds, place);
                }

                foreach (var use in variant.Instances)
                {
                    yield return use.Type switch
                    {
                        { IsUnknown: true } => Verdict.Unknown(use.Path.ToString()),
                        { Value: { } type } when InstanceName.Parse(type) is { Family: Burstable } => Verdict.Violation(
                            $"{name} scales {endpoint}, whose {use.Path} is {use.Type}: burstable instances cannot be scaled. "
                            + "Use a type such as ml.m5.large, or remove the target."),
                        _ => Verdict.Compliant,
                    };
                }

                break;
        }
    }

    private static Verdict Minimum(ScaledBounds bounds, VariantPlace place) => (bounds.Min.Known, place.Configuration.IsAsync.Known) switch
    {
        ({ IsUnknown: true }, { Value: true }) => Verdict.Compliant,
        ({ IsUnknown: true }, _) => Verdict.Unknown(bounds.Min.Path.ToString()),
        ({ Value: 0 }, { IsUnknown: true }) => Verdict.Unknown(place.Configuration.IsAsync.Path.ToString()),
        ({ Value: 0 }, { Value: not true }) => Verdict.Violation(
            $"{bounds.Resource.Name}: {bounds.Min.Path} is 0, and {place.Endpoint.Resource.Name} serves in real time: such a variant keeps one "
            + "instance. Use 1; or host inference components, or answer asynchronously, to go to zero."),
        _ => Verdict.Compliant,
    };

    private static Verdict Metric(ScalingRule rule)
    {
        var (name, metric, dimension) = (rule.Resource.Name, rule.PredefinedMetric, rule.Dimension);
        return (rule.Type.Known, metric.Known, dimension.Known) switch
        {
            ({ Value: Predictive }, _, _) => Verdict.Violation(
                $"{name}: {rule.Type.Path} is {Predictive}, which Application Auto Scaling knows for ECS only. Use TargetTrackingScaling, or a "
                + "scheduled action where the hours are known."),
            ({ IsUnknown: true }, _, _) => Verdict.Unknown(rule.Type.Path.ToString()),
            (_, { IsUnknown: true }, _) => Verdict.Unknown(metric.Path.ToString()),
            (_, { Value: null }, _) => Verdict.Compliant,
            (_, { Value: var word }, _) when !ScalableDimensions.OfMetrics.ContainsKey(word) => Verdict.Violation(
                $"{name}: {metric.Path} is {metric.Known}, expected one of "
                + $"{string.Join(", ", ScalableDimensions.OfMetrics.Keys.Order(StringComparer.Ordinal))}; or use customizedMetricSpecification."),
            (_, _, { IsUnknown: true }) => Verdict.Unknown(dimension.Path.ToString()),
            (_, { Value: var word }, { Value: { } counted }) when ScalableDimensions.OfMetrics[word] != counted => Verdict.Violation(
                $"{name}: {metric.Path} is {metric.Known}, a metric for {ScalableDimensions.OfMetrics[word]}, and {dimension.Path} is "
                + $"{dimension.Known}. Use a metric of what is scaled."),
            _ => Verdict.Compliant,
        };
    }

    private static Verdict Cooldown(ScalingRule rule, int minScaleIn) => rule.ScaleInCooldown.Known.Value < minScaleIn
        ? Verdict.Warning(string.Create(
            CultureInfo.InvariantCulture,
            $"{rule.Resource.Name}: {rule.ScaleInCooldown.Path} is {rule.ScaleInCooldown.Known}, expected at least {minScaleIn} seconds (the setting "
            + $"{MinScaleIn}): instances go before it shows whether the load has. Raise it."))
        : Verdict.Compliant;
}
