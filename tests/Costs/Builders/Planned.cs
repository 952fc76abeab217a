using System.Collections.Immutable;
using Costs.Plan;

namespace Costs.Tests.Builders;

/// <summary>Resources of a plan, as small as they can be.</summary>
internal static class Planned
{
    public static PlannedResource Resource<TView>(string name, TView inputs)
        where TView : struct, IResourceView<TView> => Resource(name, TView.ResourceType, inputs.Value.Members);

    public static PlannedResource Resource(string name, string type, PropertyMap inputs = default) => new()
    {
        Urn = $"urn:pulumi:test::costs::{type}::{name}",
        Type = type,
        Name = name,
        Inputs = inputs,
        Region = RoundPrices.Region,
    };

    public static PlannedResource Component(string name) => Resource(name, "ml:test:Component") with { IsCustom = false };

    /// <summary>The same resource below a component.</summary>
    public static PlannedResource In(this PlannedResource resource, PlannedResource parent) => resource with { Parent = parent.Urn };

    /// <summary>The same resource, one property of which came from another, known or not.</summary>
    public static PlannedResource From(this PlannedResource resource, string property, PlannedResource source) => resource with
    {
        PropertyDependencies = resource.PropertyDependencies.SetItem(property, ImmutableArray.Create(source.Urn)),
    };
}
