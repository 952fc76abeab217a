namespace Pulumi;

/// <summary>Options of a call to a provider's function.</summary>
public class InvokeOptions
{
    /// <summary>The resource whose providers are used where none is given.</summary>
    public Resource? Parent { get; set; }

    public ProviderResource? Provider { get; set; }

    /// <summary>Version of the provider's plugin.</summary>
    public string? Version { get; set; }

    public string? PluginDownloadURL { get; set; }
}

/// <summary>Options of a call whose result is an output.</summary>
public sealed class InvokeOutputOptions : InvokeOptions
{
    private InputList<Resource>? dependsOn;

    /// <summary>Resources that must exist before the function is called.</summary>
    public InputList<Resource> DependsOn
    {
        get => dependsOn ??= [];
        set => dependsOn = value;
    }
}
