using Costs.Mappers.SageMaker.Hosting;
using Costs.Plan;
using ResourceViews.Aws.Sagemaker;

namespace Costs.Measured;

/// <summary>What of a plan has metrics that tell how it is used.</summary>
/// <param name="Stack">The stack's name.</param>
/// <param name="NotWatched">Resources whose use no metric tells, with the reason.</param>
public sealed record WatchedPlan(
    string Stack, ImmutableArray<WatchedVariant> Variants, ImmutableArray<WatchedFamily> Families, ImmutableArray<NotWatched> NotWatched)
{
    public static WatchedPlan Of(IReadOnlyList<PlannedResource> plan)
    {
        var index = new PlanIndex(plan);
        var (families, notWatched) = WatchedJobs.In(plan);
        return new(
            plan.Count == 0 ? "" : StackOf(plan[0].Urn),
            [.. plan.SelectMany(resource => VariantsOf(resource, index))],
            families,
            notWatched);
    }

    private static IEnumerable<WatchedVariant> VariantsOf(PlannedResource endpoint, PlanIndex index)
    {
        if (!endpoint.IsCustom || index.Target(endpoint, HostingReferences.Configuration) is not { } found)
        {
            yield break;
        }

        // The configurations of both providers call everything that is read here alike.
        var configuration = EndpointConfigurationProps.From(PropertyValue.FromMap(found.Inputs));
        var naming = NamingOf(endpoint);
        foreach (var variant in configuration.ProductionVariants)
        {
            var isServerless = !variant.ServerlessConfig.IsMissing;
            if (variant.VariantName.Value is { } name && (isServerless || variant.InstanceType.Value is not null))
            {
                yield return new(
                    endpoint.Urn,
                    endpoint.Name,
                    name,
                    naming,
                    isServerless ? null : variant.InstanceType.Value,
                    IsAsync: !configuration.AsyncInferenceConfig.IsMissing,
                    HasComponents: variant.ModelName is { IsKnown: true, Value: null } && !IsFrom(found, "productionVariants", index));
            }
        }
    }

    /// <summary>Whether something in the property is a model's name that is not known yet.</summary>
    private static bool IsFrom(PlannedResource configuration, string property, PlanIndex index) =>
        configuration.Inputs[property].ContainsUnknown() && index.Target(configuration, HostingReferences.Model) is not null;

    private static EndpointNaming NamingOf(PlannedResource endpoint)
    {
        var name = endpoint.Inputs["name"u8].AsString() ?? endpoint.Inputs["endpointName"u8].AsString()
            ?? endpoint.Outputs["name"u8].AsString() ?? endpoint.Outputs["endpointName"u8].AsString();
        return EndpointNaming.Of(name, endpoint.Name, isDeployed: endpoint.Outputs["id"u8].AsString() is { Length: > 0 });
    }

    /// <summary>The stack's name in a URN, urn:pulumi:STACK::PROJECT::TYPE::NAME.</summary>
    private static string StackOf(string urn) => urn.Split(':') is [_, _, var stack, ..] ? stack : "";
}

/// <summary>A resource whose use no metric tells.</summary>
/// <param name="Because">A sentence for people.</param>
public sealed record NotWatched(string Urn, string Resource, string Because);
