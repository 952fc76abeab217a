using System.Runtime.CompilerServices;

namespace Policies.SageMaker.Hosting;

/// <summary>What a stack hosts, and which resource means which.</summary>
internal sealed class StackHosting
{
    // Every policy on hosting gets the same object for a stack: its resources are joined once for all of them.
    private static readonly ConditionalWeakTable<IReadOnlyList<PolicyResource>, StackHosting> AlreadyJoined = [];

    private readonly Join<HostedModel> models;
    private readonly Join<HostedConfiguration> configurations;
    private readonly Join<HostedEndpoint> endpoints;
    private readonly Join<HostedComponent> components;
    private readonly ILookup<string, (ScaledTarget Target, Match<HostedEndpoint> Match)> targetsByEndpoint;
    private readonly ILookup<string, (ScaledTarget Target, bool IsCertain)> targetsByComponent;
    private readonly ILookup<string, (ScalingRule Rule, bool IsCertain)> rulesByTarget;
    private readonly ILookup<string, (HostedComponent Component, bool IsCertain)> componentsByEndpoint;
    private readonly ILookup<string, WakeAlarm> alarmsByAction;
    private readonly ImmutableArray<WakeAlarm> alarmsForAnything;

    private StackHosting(IReadOnlyList<PolicyResource> resources)
    {
        Models = All(resources, HostedModel.From);
        Configurations = All(resources, HostedConfiguration.From);
        Endpoints = All(resources, HostedEndpoint.From);
        Components = All(resources, HostedComponent.From);
        Targets = All(resources, ScaledTarget.From);
        Rules = All(resources, ScalingRule.From);
        Alarms = All(resources, WakeAlarm.From);
        Monitors = All(resources, HostedMonitor.From);
        (models, configurations, endpoints, components) = (new(Models), new(Configurations), new(Endpoints), new(Components));
        Places = [.. Endpoints.SelectMany(PlacesOf)];

        var matches = Targets.Select(target => (Target: target, Match: EndpointOf(target))).ToArray();
        targetsByEndpoint = matches
            .SelectMany(pair => pair.Match.Found.Concat(pair.Match.Possible).Select(endpoint => (endpoint.Resource.Urn, pair.Target, pair.Match)))
            .ToLookup(entry => entry.Urn, entry => (entry.Target, entry.Match));
        targetsByComponent = Targets
            .SelectMany(target => Meant(ComponentOf(target), target))
            .ToLookup(entry => entry.Urn, entry => (entry.Value, entry.IsCertain));
        componentsByEndpoint = Components
            .SelectMany(component => Meant(endpoints.For(component.Endpoint), component))
            .ToLookup(entry => entry.Urn, entry => (entry.Value, entry.IsCertain));
        rulesByTarget = RulesByTarget();
        alarmsByAction = Alarms
            .SelectMany(alarm => alarm.ActsFor.Concat(alarm.Actions).Distinct().Select(action => (action, alarm)))
            .ToLookup(entry => entry.action, entry => entry.alarm);
        alarmsForAnything = [.. Alarms.Where(alarm => alarm.AreActionsUnknown && alarm.ActsFor.IsEmpty)];
    }

    public ImmutableArray<HostedModel> Models { get; }

    public ImmutableArray<HostedConfiguration> Configurations { get; }

    public ImmutableArray<HostedEndpoint> Endpoints { get; }

    public ImmutableArray<HostedComponent> Components { get; }

    public ImmutableArray<ScaledTarget> Targets { get; }

    public ImmutableArray<ScalingRule> Rules { get; }

    public ImmutableArray<WakeAlarm> Alarms { get; }

    public ImmutableArray<HostedMonitor> Monitors { get; }

    /// <summary>Every production variant of every endpoint whose configuration is in the stack, or may be.</summary>
    public ImmutableArray<VariantPlace> Places { get; }

    public static StackHosting Of(StackContext context) =>
        AlreadyJoined.GetValue(context.Resources, static resources => new(resources));

    /// <summary>The model that a variant serves.</summary>
    public Match<HostedModel> ModelOf(HostedVariant variant) => models.For(variant.Model);

    /// <summary>The targets that scale a variant, or may.</summary>
    public IEnumerable<(ScaledTarget Target, bool IsCertain)> TargetsOf(VariantPlace place) =>
        from entry in targetsByEndpoint[place.Endpoint.Resource.Urn]
        let means = Means(entry.Target, entry.Match, place)
        where means != false
        select (entry.Target, means == true);

    /// <summary>The variants that a target scales, or may.</summary>
    public IEnumerable<(VariantPlace Place, bool IsCertain)> PlacesOf(ScaledTarget target)
    {
        var match = EndpointOf(target);
        return from endpoint in match.Found.Concat(match.Possible)
               from place in PlacesOf(endpoint)
               let means = Means(target, match, place)
               where means != false
               select (place, means == true && place.IsCertain);
    }

    public IEnumerable<(ScaledTarget Target, bool IsCertain)> TargetsOf(HostedComponent component) =>
        targetsByComponent[component.Resource.Urn];

    /// <summary>The inference components on an endpoint.</summary>
    public IEnumerable<(HostedComponent Component, bool IsCertain)> ComponentsOn(HostedEndpoint endpoint) =>
        componentsByEndpoint[endpoint.Resource.Urn];

    public Match<HostedEndpoint> EndpointOf(HostedComponent component) => EndpointOf(component.Endpoint);

    public Match<HostedEndpoint> EndpointOf(Reference name) => endpoints.For(name);

    /// <summary>The variants of an endpoint, by the configuration it names.</summary>
    public IEnumerable<VariantPlace> PlacesOf(HostedEndpoint endpoint)
    {
        var match = configurations.For(endpoint.Configuration);
        return from configuration in match.Found.Concat(match.Possible)
               from variant in configuration.Variants
               select new VariantPlace(endpoint, configuration, variant, match.IsDetermined);
    }

    /// <summary>What moves a target, or may.</summary>
    public IEnumerable<(ScalingRule Rule, bool IsCertain)> RulesOf(ScaledTarget target) => rulesByTarget[target.Resource.Urn];

    /// <summary>The alarms that set a scaling policy off, or may.</summary>
    public IEnumerable<(WakeAlarm Alarm, bool IsCertain)> AlarmsOf(ScalingRule rule) =>
    [
        .. alarmsByAction[rule.Resource.Urn].Concat(rule.Arn.IsSet ? alarmsByAction[rule.Arn.Value!] : []).Distinct().Select(alarm => (alarm, true)),
        .. alarmsForAnything.Select(alarm => (alarm, false)),
    ];

    /// <summary>The endpoint whose variant a target scales.</summary>
    public Match<HostedEndpoint> EndpointOf(ScaledTarget target) =>
        endpoints.For(Scaled(target, "sagemaker:variant:", id => id.Variant is not null));

    public Match<HostedComponent> ComponentOf(ScaledTarget target) =>
        components.For(Scaled(target, "sagemaker:inference-component:", id => id.Variant is null));

    /// <summary>The reference of a target as a name of what is scaled; not there where the target is for something else.</summary>
    private static Reference Scaled(ScaledTarget target, string dimension, Func<ScaledId, bool> isKind)
    {
        var (path, id) = (target.ResourceId.Name.Path, target.ResourceId.Name.Known);
        if (id.IsSet)
        {
            var parsed = ScaledId.Parse(id.Value!);
            return target.ResourceId with { Name = new(path, parsed is { } known && isKind(known) ? known.Name : default(Known<string>)) };
        }

        var isOther = target.Dimension.Known is { IsKnown: true, Value: var word }
            && word?.StartsWith(dimension, StringComparison.Ordinal) != true;
        return isOther ? target.ResourceId with { Name = new(path, default) } : target.ResourceId;
    }

    /// <summary>Whether a target scales a variant; null where that is not known before deployment.</summary>
    private static bool? Means(ScaledTarget target, Match<HostedEndpoint> match, VariantPlace place)
    {
        bool? isEndpoint = match.Found.Any(found => ReferenceEquals(found, place.Endpoint)) ? true : null;
        var id = target.ResourceId.Name.Known;
        if (id.IsSet && place.Variant.Name.Known.IsSet)
        {
            return ScaledId.Parse(id.Value!)?.Variant == place.Variant.Name.Known.Value ? isEndpoint : false;
        }

        // One of the two names is the provider's to choose: with a single variant there is no other that could be meant.
        return place.Configuration.Variants.Length == 1 ? isEndpoint : null;
    }

    private static IEnumerable<(string Urn, T Value, bool IsCertain)> Meant<TNamed, T>(Match<TNamed> match, T value)
        where TNamed : INamed =>
    [
        .. match.Found.Select(found => (found.Resource.Urn, value, true)),
        .. match.Possible.Select(possible => (possible.Resource.Urn, value, false)),
    ];

    private ILookup<string, (ScalingRule Rule, bool IsCertain)> RulesByTarget()
    {
        var byId = Targets.Where(target => target.ResourceId.Name.Known.IsSet).ToLookup(target => target.ResourceId.Name.Known.Value!);
        var byUrn = Targets.ToLookup(target => target.Resource.Urn);
        var bySource = Targets
            .SelectMany(target => target.ResourceId.Sources.Select(source => (source, target)))
            .ToLookup(pair => pair.source, pair => pair.target);
        var unknown = Targets.Where(target => target.ResourceId.Name.Known.IsUnknown).ToArray();
        return Rules
            .SelectMany(rule => TargetsOf(rule)
                .Where(entry => SameDimension(entry.Target, rule))
                .Select(entry => (entry.Target.Resource.Urn, rule, entry.IsCertain)))
            .ToLookup(entry => entry.Urn, entry => (entry.rule, entry.IsCertain));

        IEnumerable<(ScaledTarget Target, bool IsCertain)> TargetsOf(ScalingRule rule)
        {
            var (id, sources) = (rule.ResourceId.Name.Known, rule.ResourceId.Sources);
            ScaledTarget[] same = id.IsSet ? [.. byId[id.Value!]] : [];
            if (same.Length > 0 || !rule.ResourceId.IsThere)
            {
                return same.Select(target => (target, true));
            }

            // Through the target itself, or from the same endpoint or component as the target.
            ScaledTarget[] through = [.. sources.SelectMany(urn => byUrn[urn].Concat(bySource[urn])).Distinct()
                .Where(target => id.IsUnknown || target.ResourceId.Name.Known.IsUnknown)];
            return through.Length > 0
                ? through.Select(target => (target, through.Length == 1))
                : unknown.Where(_ => sources.IsEmpty || id.IsSet).Select(target => (target, false));
        }
    }

    private static bool SameDimension(ScaledTarget target, ScalingRule rule) =>
        !target.Dimension.Known.IsSet || !rule.Dimension.Known.IsSet || target.Dimension.Known.Value == rule.Dimension.Known.Value;

    private static ImmutableArray<T> All<T>(IReadOnlyList<PolicyResource> resources, Func<PolicyResource, T?> read)
        where T : class => [.. resources.Select(read).OfType<T>()];
}

/// <summary>A production variant of an endpoint.</summary>
/// <param name="IsCertain">Whether the configuration is certainly the endpoint's.</param>
internal sealed record VariantPlace(HostedEndpoint Endpoint, HostedConfiguration Configuration, HostedVariant Variant, bool IsCertain)
{
    /// <summary>A verdict that holds if this is the endpoint's configuration: as long as that is not certain, it waits for the reference.</summary>
    public ResourceVerdict Judged(PolicyResource resource, Verdict verdict) => IsCertain || verdict.IsCompliant
        ? new(resource, verdict)
        : new(Endpoint.Resource, Verdict.Unknown(Endpoint.Configuration.Name.Path.ToString()));
}
