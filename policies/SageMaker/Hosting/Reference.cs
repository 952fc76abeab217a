using Policies.Workloads;

namespace Policies.SageMaker.Hosting;

/// <summary>A property with which one resource names another.</summary>
/// <param name="Name">The name; often unknown in a preview.</param>
/// <param name="Sources">URNs of the resources that the property's value came from.</param>
internal sealed record Reference(Setting<string> Name, ImmutableArray<string> Sources)
{
    /// <summary>Whether the property is there at all.</summary>
    public bool IsThere => Name.Known is not { IsKnown: true, Value: null };

    /// <summary>The engine tells sources for a whole input: productionVariants, not productionVariants[0].modelName.</summary>
    public static Reference Of(PolicyResource resource, Setting<string> name) =>
        new(name, resource.PropertyDependencies.GetValueOrDefault(name.Path.Input, []));
}

/// <summary>A resource of the stack that others refer to by its name.</summary>
internal interface INamed
{
    PolicyResource Resource { get; }

    /// <summary>Unknown where the program leaves it to the provider, and the provider has not said.</summary>
    Known<string> Name { get; }
}

/// <summary>What a reference means.</summary>
/// <param name="Found">What it certainly means; empty where that is not in the stack, or cannot be told yet.</param>
/// <param name="Possible">What it may mean, where that cannot be told yet.</param>
/// <param name="WaitsFor">The property that must be known to tell.</param>
internal sealed record Match<T>(ImmutableArray<T> Found, ImmutableArray<T> Possible, PropertyPath WaitsFor)
{
    public bool IsDetermined => Possible.IsEmpty;
}

/// <summary>Finds what references mean, among resources of one kind.</summary>
/// <remarks>
/// Equal names come first. In a preview names are often not known, but Pulumi knows which resources a value came from: that comes second.
/// A reference of which neither tells may mean whatever has no known name either.
/// </remarks>
internal sealed class Join<T>
    where T : INamed
{
    private readonly ILookup<string, T> byName;
    private readonly ILookup<string, T> byUrn;
    private readonly ImmutableArray<T> nameless;
    private readonly ImmutableArray<T> all;

    public Join(ImmutableArray<T> all)
    {
        this.all = all;
        byName = all.Where(one => one.Name.IsSet).ToLookup(one => one.Name.Value!);
        byUrn = all.ToLookup(one => one.Resource.Urn);
        nameless = [.. all.Where(one => one.Name.IsUnknown)];
    }

    public Match<T> For(Reference reference)
    {
        var (path, name) = (reference.Name.Path, reference.Name.Known);
        if (!reference.IsThere)
        {
            return new([], [], path);
        }

        if (name.IsSet && byName[name.Value!].ToImmutableArray() is { IsEmpty: false } named)
        {
            return new(named, [], path);
        }

        // A known name that no resource has cannot be that of one with another known name, whatever it was made from.
        ImmutableArray<T> sources =
            [.. reference.Sources.Distinct().SelectMany(urn => byUrn[urn]).Where(one => name.IsUnknown || one.Name.IsUnknown)];
        return sources.Length switch
        {
            1 => new(sources, [], path),
            > 1 => new([], sources, path),
            _ when name.IsUnknown && reference.Sources.IsEmpty => new([], all, path),
            _ => new([], nameless, path),
        };
    }
}
