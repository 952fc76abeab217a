namespace Pulumi;

/// <summary>Options of a component.</summary>
public sealed class ComponentResourceOptions : ResourceOptions
{
    private List<ProviderResource>? providers;

    /// <summary>Providers for the resources inside, one for each package.</summary>
    public List<ProviderResource> Providers
    {
        get => providers ??= [];
        set => providers = value;
    }

    /// <summary>New options of both: single values of the second win, lists are joined.</summary>
    public static ComponentResourceOptions Merge(ComponentResourceOptions? options1, ComponentResourceOptions? options2)
    {
        var merged = new ComponentResourceOptions();
        merged.AddComponent(options1);
        merged.AddComponent(options2);
        return merged;
    }

    private void AddComponent(ComponentResourceOptions? other)
    {
        if (other is null)
        {
            return;
        }

        Add(other);
        providers = Joined(providers, other.providers);
    }
}
