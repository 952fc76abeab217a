using System.Collections.Immutable;
using Costs;
using Costs.Advice;
using Costs.Estimates;
using Costs.Plan;
using Costs.Sizing;
using Costs.Usage;
using Preview.CommandLine;
using Preview.Engine;
using Preview.Runs;

namespace Preview.Pricing;

/// <summary>
/// What came of pricing a plan: what it costs and what it saves, or what is wrong with the usage that the stack file states.
/// </summary>
internal sealed record PlanEstimate(Savings? Savings, ImmutableArray<UsageFault> Faults)
{
    public static PlanEstimate Of(IReadOnlyCollection<RegisteredResource> resources, EngineSettings settings)
    {
        var reading = StackUsage.Parse(settings.Config[$"{settings.Project}:{StackUsage.Setting}"]);
        return reading.Usage is not { } usage
            ? new(null, reading.Faults)
            : new(Estimator.Savings([.. resources.Select(Planned)], usage, settings.Prices, settings.Config["aws:region"]), []);
    }

    /// <exception cref="UserErrorException">The preview failed, so there is no whole plan to give advice on, or the metrics are none of it.</exception>
    public static StackAdvice AdviceFor(PreviewResult result, MetricsFile? metrics = null)
    {
        var settings = result.Settings;
        var plan = PlanOf(result);
        return StackUsage.Parse(settings.Config[$"{settings.Project}:{StackUsage.Setting}"]).Usage is { } usage
            ? Adviser.Of(new(plan, usage, settings.Prices, settings.Config["aws:region"], metrics?.Read(plan)) { Sizing = SizingOf(result) })
            : throw Failed(result);
    }

    /// <exception cref="UserErrorException">The preview failed, so there is no whole plan.</exception>
    public static IReadOnlyList<PlannedResource> PlanOf(PreviewResult result) =>
        result.Savings is null ? throw Failed(result) : [.. result.Resources.Select(Planned)];

    /// <summary>As the first pack that has the policy on sizes is configured.</summary>
    private static SizingSettings SizingOf(PreviewResult result) => (
        from pack in result.Packs
        where pack.Configured.ContainsKey(SizingSettings.PolicyName)
        select new SizingSettings(PropertyBytes.Decode(pack.Configured[SizingSettings.PolicyName].Properties)))
        .FirstOrDefault(SizingSettings.None);

    private static UserErrorException Failed(PreviewResult result) =>
        new($"The preview fails, so nothing is priced: {string.Join('\n', result.Errors)}");

    /// <summary>Opens the price list and has the code that prices at hand, for when the plan is known.</summary>
    public static void MakeReady(EngineSettings settings)
    {
        if (settings.Config["aws:region"] is { } region && settings.Prices.For(region).IsKnown)
        {
            Of([], settings);
        }
    }

    private static PlannedResource Planned(RegisteredResource resource) => new()
    {
        Urn = resource.Urn,
        Type = resource.Type,
        Name = resource.Name,
        Inputs = resource.Inputs,
        Outputs = resource.Outputs,
        Parent = resource.Parent,
        Dependencies = resource.Dependencies,
        PropertyDependencies = resource.PropertyDependencies.ToImmutableDictionary(),
        Region = resource.Provider?.Inputs["region"].AsString(),
        // What exists already and is only looked at costs this stack nothing more.
        IsCustom = resource is { IsCustom: true, ProviderPackage: null, Operation: not Operation.Read },
    };
}
