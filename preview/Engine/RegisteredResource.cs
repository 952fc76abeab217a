using System.Collections.Immutable;
using Preview.Providers;

namespace Preview.Engine;

/// <summary>What happens to a resource.</summary>
internal enum Operation
{
    Create,

    /// <summary>It exists and is only looked at.</summary>
    Read,

    /// <summary>It exists and stays as it is; only where the stack's state is known.</summary>
    Same,

    Update,

    /// <summary>It is made anew, since a change cannot be made in place.</summary>
    Replace,

    Delete,
}

/// <summary>A resource as the engine knows it.</summary>
internal sealed record RegisteredResource
{
    public required string Urn { get; init; }

    public required string Type { get; init; }

    public required string Name { get; init; }

    /// <summary>URN of the parent; empty for none.</summary>
    public string Parent { get; init; } = "";

    /// <summary>Whether a provider manages it; otherwise it is a component or the stack.</summary>
    public bool IsCustom { get; init; }

    public Operation Operation { get; init; } = Operation.Create;

    /// <summary>What the provider calls it; empty where only a deployment tells.</summary>
    public string Id { get; init; } = "";

    /// <summary>The provider of a custom resource; null for components and for providers.</summary>
    public RegisteredResource? Provider { get; init; }

    /// <summary>Providers by package, for the children of a component.</summary>
    public ImmutableDictionary<string, RegisteredResource> Providers { get; init; } = ImmutableDictionary<string, RegisteredResource>.Empty;

    public PropertyMap Inputs { get; init; }

    public PropertyMap Outputs { get; init; }

    /// <summary>Whether outputs have been registered, which may happen once.</summary>
    public bool HasRegisteredOutputs { get; init; }

    public ResourceOptions Options { get; init; } = ResourceOptions.None;

    public ImmutableArray<string> Dependencies { get; init; } = [];

    /// <summary>URNs by input, as the program sent them: without any for an input that depends on nothing.</summary>
    public ImmutableSortedDictionary<string, ImmutableArray<string>> PropertyDependencies { get; init; } =
        ImmutableSortedDictionary.Create<string, ImmutableArray<string>>(StringComparer.Ordinal);

    /// <summary>Whether there was no schema to check its inputs with.</summary>
    public bool IsUnchecked { get; init; }

    public IReadOnlyList<Fault> Faults { get; init; } = [];

    public string? ProviderPackage => TypeToken.ProviderPackageOf(Type);
}

/// <summary>Options that policies and reports see, after what the parent hands down.</summary>
internal sealed record ResourceOptions
{
    public static ResourceOptions None { get; } = new();

    public bool Protect { get; init; }

    public bool RetainOnDelete { get; init; }

    /// <summary>URN of a resource whose deletion takes this one along; empty for none.</summary>
    public string DeletedWith { get; init; } = "";

    public ImmutableArray<string> IgnoreChanges { get; init; } = [];

    public ImmutableArray<string> ReplaceOnChanges { get; init; } = [];

    /// <summary>Null where the program did not say.</summary>
    public bool? DeleteBeforeReplace { get; init; }

    public ImmutableArray<string> AdditionalSecretOutputs { get; init; } = [];

    public Timeouts Timeouts { get; init; } = Timeouts.None;
}

/// <summary>How long operations may take; zero for the provider's own limit.</summary>
internal sealed record Timeouts(TimeSpan Create, TimeSpan Update, TimeSpan Delete, TimeSpan Read)
{
    public static Timeouts None { get; } = new(default, default, default, default);
}
