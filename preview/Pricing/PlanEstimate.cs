using System.Collections.Immutable;
using Costs;
using Costs.Estimates;
using Costs.Plan;
using Costs.Usage;
using Preview.Engine;

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
