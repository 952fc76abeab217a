using System.Collections.Immutable;

namespace Preview.Engine;

/// <summary>A resource that is about to be registered, its provider and options settled.</summary>
internal sealed record Registration
{
    public static ImmutableDictionary<string, RegisteredResource> NoProviders { get; } = ImmutableDictionary<string, RegisteredResource>.Empty;

    public required string Type { get; init; }

    public required string Name { get; init; }

    public string Parent { get; init; } = "";

    public bool IsCustom { get; init; }

    /// <summary>Known in advance only where something that exists is imported.</summary>
    public string Id { get; init; } = "";

    public RegisteredResource? Provider { get; init; }

    public ImmutableDictionary<string, RegisteredResource> Providers { get; init; } = NoProviders;

    public PropertyMap Inputs { get; init; }

    public ResourceOptions Options { get; init; } = ResourceOptions.None;

    public ImmutableArray<string> Dependencies { get; init; } = [];

    public ImmutableSortedDictionary<string, ImmutableArray<string>> PropertyDependencies { get; init; } =
        ImmutableSortedDictionary.Create<string, ImmutableArray<string>>(StringComparer.Ordinal);
}
