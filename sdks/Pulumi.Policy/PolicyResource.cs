using Pulumi.Policy.Hosting;

namespace Pulumi.Policy;

/// <summary>A resource as the engine shows it to a policy pack.</summary>
public sealed record PolicyResource
{
    /// <summary>The type token, for example aws:s3/bucket:Bucket.</summary>
    public required string Type { get; init; }

    /// <summary>The name that the program gave it, the last part of its URN.</summary>
    public required string Name { get; init; }

    /// <summary>What it is called in the whole of the stack.</summary>
    public string Urn { get; init; } = "";

    /// <summary>What the program asked for, as the provider completed it. In a stack policy too, as far as the resource was analysed.</summary>
    public PropertyMap Inputs { get; init; }

    /// <summary>What the provider answered; only in a stack policy. Whatever AWS decides is unknown in a preview.</summary>
    public PropertyMap Outputs { get; init; }

    /// <summary>The options it was registered with.</summary>
    public ResourceOptions Options { get; init; } = ResourceOptions.None;

    /// <summary>The provider of a custom resource; null for components, stacks and providers.</summary>
    public ProviderInfo? Provider { get; init; }

    /// <summary>The parent's URN; empty for none.</summary>
    public string Parent { get; init; } = "";

    /// <summary>URNs of the resources it depends on; only in a stack policy.</summary>
    public ImmutableArray<string> Dependencies
    {
        get => field.IsDefault ? Unread?.All ?? [] : field;
        init;
    }

    /// <summary>For each input, the URNs of the resources its value came from; only in a stack policy.</summary>
    public ImmutableDictionary<string, ImmutableArray<string>> PropertyDependencies
    {
        get => field ?? Unread?.ByProperty ?? ImmutableDictionary<string, ImmutableArray<string>>.Empty;
        init;
    }

    /// <summary>The inputs as one value, for views.</summary>
    public PropertyValue InputsValue => PropertyValue.FromMap(Inputs);

    /// <summary>The outputs as one value, for views.</summary>
    public PropertyValue OutputsValue => PropertyValue.FromMap(Outputs);

    /// <summary>Whether a path, such as rules[0].days, leads to something that is not known before deployment, or through it.</summary>
    public bool IsUnknownAt(string path) => UnknownProperty.IsAt(this, path);

    /// <summary>Dependencies that are still encoded; null where there are none, or they were given.</summary>
    internal EncodedDependencies? Unread { get; init; }

    /// <summary>By what tells a resource from others: its properties are compared only where these are equal.</summary>
    public override int GetHashCode() => HashCode.Combine(Type, Name, Urn);
}

/// <summary>The options a resource was registered with.</summary>
public sealed record ResourceOptions
{
    /// <summary>What holds where a program says nothing.</summary>
    public static ResourceOptions None { get; } = new();

    /// <summary>Whether it is protected from being deleted, by itself or through its parent.</summary>
    public bool Protect { get; init; }

    /// <summary>Property paths.</summary>
    public ImmutableArray<string> IgnoreChanges { get; init; } = [];

    /// <summary>Null where the program did not say.</summary>
    public bool? DeleteBeforeReplace { get; init; }

    /// <summary>Outputs that the program wants kept secret.</summary>
    public ImmutableArray<string> AdditionalSecretOutputs { get; init; } = [];

    /// <summary>The old URN that matched the state, if any.</summary>
    public ImmutableArray<string> Aliases { get; init; } = [];

    /// <summary>How long its creation may take; null for the provider's own limit.</summary>
    public TimeSpan? CreateTimeout { get; init; }

    /// <summary>How long an update may take; null for the provider's own limit.</summary>
    public TimeSpan? UpdateTimeout { get; init; }

    /// <summary>How long its deletion may take; null for the provider's own limit.</summary>
    public TimeSpan? DeleteTimeout { get; init; }

    /// <summary>How long reading it may take; null for the provider's own limit.</summary>
    public TimeSpan? ReadTimeout { get; init; }
}

/// <summary>A provider and its configuration.</summary>
public sealed record ProviderInfo(string Type, string Name, string Urn, PropertyMap Properties);
