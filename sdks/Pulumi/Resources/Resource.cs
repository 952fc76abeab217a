using System.Diagnostics.CodeAnalysis;
using Pulumi.Serialization;

namespace Pulumi;

/// <summary>Something the engine knows by a URN: a custom resource, a component, a provider or the stack.</summary>
[DynamicallyAccessedMembers(MemberAccess.Kept)]
public class Resource
{
    private readonly string type;
    private readonly string name;
    private readonly bool? protect;
    private readonly List<Resource> children = [];
    private readonly ImmutableArray<ResourceTransformation> transformations;
    private readonly ImmutableDictionary<string, ProviderResource> providers;

    private protected Resource(string type, string name, bool custom, ResourceArgs? args, ResourceOptions options)
    {
        ArgumentException.ThrowIfNullOrEmpty(type);
        ArgumentException.ThrowIfNullOrEmpty(name);
        var deployment = Deployment.Instance;
        (this.type, this.name) = (type, name);
        IsCustom = custom;

        Parent = options.Parent ?? deployment.Stack;
        transformations = [.. options.ResourceTransformations, .. Parent?.transformations ?? []];
        (var properties, options) = Transform(args ?? ResourceArgs.Empty, options);
        protect = options.Protect ?? Parent?.protect;
        providers = ProvidersFor(options, Parent?.providers ?? ImmutableDictionary<string, ProviderResource>.Empty);

        var outputs = new ResourceOutputs(this);
        Urn = outputs.Urn;
        Parent?.AddChild(this);
        deployment.Register(this, properties, options, outputs);
    }

    [Output("urn")]
    public Output<string> Urn { get; }

    internal Resource? Parent { get; }

    internal bool IsCustom { get; }

    internal bool? Protect => protect;

    /// <summary>The resources made with this one as parent so far.</summary>
    internal ImmutableArray<Resource> Children
    {
        get
        {
            lock (children)
            {
                return [.. children];
            }
        }
    }

    public string GetResourceType() => type;

    public string GetResourceName() => name;

    /// <summary>The provider that reaches the resource from above or is its own, for the package of a type or function token.</summary>
    internal ProviderResource? GetProvider(string token)
    {
        var end = token.IndexOf(':', StringComparison.Ordinal);
        return end > 0 ? providers.GetValueOrDefault(token[..end]) : null;
    }

    private void AddChild(Resource child)
    {
        lock (children)
        {
            children.Add(child);
        }
    }

    private (ResourceArgs Args, ResourceOptions Options) Transform(ResourceArgs args, ResourceOptions options)
    {
        foreach (var transformation in transformations)
        {
            if (transformation(new(this, args, options)) is not { } changed)
            {
                continue;
            }

            if (changed.Options.Parent != options.Parent)
            {
                throw new ArgumentException("Transformations cannot currently be used to change the 'parent' of a resource.");
            }

            (args, options) = (changed.Args, changed.Options);
        }

        return (args, options);
    }

    private static ImmutableDictionary<string, ProviderResource> ProvidersFor(
        ResourceOptions options, ImmutableDictionary<string, ProviderResource> inherited)
    {
        if (options is not ComponentResourceOptions component)
        {
            return options.Provider is { } own ? inherited.SetItem(own.Package, own) : inherited;
        }

        if (component.Provider is not null && component.Providers.Count > 0)
        {
            throw new ResourceException(
                "Do not supply both 'provider' and 'providers' options to a ComponentResource.", resource: null);
        }

        IEnumerable<ProviderResource> given = component.Provider is { } single ? [single] : component.Providers;
        return inherited.SetItems(given.Select(provider => KeyValuePair.Create(provider.Package, provider)));
    }
}
