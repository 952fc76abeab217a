namespace Pulumi;

/// <summary>What every kind of resource may be told beside its arguments.</summary>
public abstract class ResourceOptions
{
    private InputList<Resource>? dependsOn;
    private List<string>? ignoreChanges;
    private List<ResourceTransformation>? resourceTransformations;
    private List<Input<Alias>>? aliases;
    private List<string>? replaceOnChanges;
    private InputList<Resource>? replaceWith;
    private List<string>? hideDiffs;

    private protected ResourceOptions()
    {
    }

    /// <summary>The id of a resource that exists already: then it is read, not made.</summary>
    public Input<string>? Id { get; set; }

    public Resource? Parent { get; set; }

    public InputList<Resource> DependsOn
    {
        get => dependsOn ??= [];
        set => dependsOn = value;
    }

    /// <summary>Whether the engine refuses to delete the resource; the parent's, where not set.</summary>
    public bool? Protect { get; set; }

    /// <summary>Paths of properties whose changes do not count.</summary>
    public List<string> IgnoreChanges
    {
        get => ignoreChanges ??= [];
        set => ignoreChanges = value;
    }

    /// <summary>Version of the provider's plugin.</summary>
    public string? Version { get; set; }

    public ProviderResource? Provider { get; set; }

    public CustomTimeouts? CustomTimeouts { get; set; }

    /// <summary>Functions that see, and may change, this resource and its children before they are registered.</summary>
    public List<ResourceTransformation> ResourceTransformations
    {
        get => resourceTransformations ??= [];
        set => resourceTransformations = value;
    }

    public List<Input<Alias>> Aliases
    {
        get => aliases ??= [];
        set => aliases = value;
    }

    /// <summary>The URN of a resource of this deployment that is looked up instead of registered.</summary>
    public string? Urn { get; set; }

    /// <summary>Paths of properties whose changes replace the resource.</summary>
    public List<string> ReplaceOnChanges
    {
        get => replaceOnChanges ??= [];
        set => replaceOnChanges = value;
    }

    public string? PluginDownloadURL { get; set; }

    /// <summary>Whether the provider keeps the resource when the engine forgets it.</summary>
    public bool? RetainOnDelete { get; set; }

    /// <summary>The resource whose deletion also deletes this one.</summary>
    public Resource? DeletedWith { get; set; }

    /// <summary>Resources whose replacement also replaces this one.</summary>
    public InputList<Resource> ReplaceWith
    {
        get => replaceWith ??= [];
        set => replaceWith = value;
    }

    /// <summary>Paths of properties whose changes are not shown.</summary>
    public List<string> HideDiffs
    {
        get => hideDiffs ??= [];
        set => hideDiffs = value;
    }

    internal bool HasDependsOn => dependsOn is not null;

    internal bool HasReplaceWith => replaceWith is not null;

    /// <summary>Adds another's settings: its single values win, its lists come after.</summary>
    private protected void Add(ResourceOptions other)
    {
        Id = other.Id ?? Id;
        Parent = other.Parent ?? Parent;
        dependsOn = Joined(dependsOn, other.dependsOn);
        Protect = other.Protect ?? Protect;
        ignoreChanges = Joined(ignoreChanges, other.ignoreChanges);
        Version = other.Version ?? Version;
        Provider = other.Provider ?? Provider;
        CustomTimeouts = other.CustomTimeouts ?? CustomTimeouts;
        resourceTransformations = Joined(resourceTransformations, other.resourceTransformations);
        aliases = Joined(aliases, other.aliases);
        Urn = other.Urn ?? Urn;
        replaceOnChanges = Joined(replaceOnChanges, other.replaceOnChanges);
        PluginDownloadURL = other.PluginDownloadURL ?? PluginDownloadURL;
        RetainOnDelete = other.RetainOnDelete ?? RetainOnDelete;
        DeletedWith = other.DeletedWith ?? DeletedWith;
        replaceWith = Joined(replaceWith, other.replaceWith);
        hideDiffs = Joined(hideDiffs, other.hideDiffs);
    }

    private protected static List<T>? Joined<T>(List<T>? first, List<T>? second) =>
        second is null ? first : first is null ? [.. second] : [.. first, .. second];

    private static InputList<Resource>? Joined(InputList<Resource>? first, InputList<Resource>? second) =>
        second is null ? first : first is null ? second : first.Concat(second);
}
