namespace Pulumi;

/// <summary>Options of a resource that a provider manages.</summary>
public sealed class CustomResourceOptions : ResourceOptions
{
    private List<string>? additionalSecretOutputs;

    /// <summary>Whether a replaced resource is deleted before the new one is made.</summary>
    public bool? DeleteBeforeReplace { get; set; }

    /// <summary>Names of outputs that are secret although the provider does not say so.</summary>
    public List<string> AdditionalSecretOutputs
    {
        get => additionalSecretOutputs ??= [];
        set => additionalSecretOutputs = value;
    }

    /// <summary>The id of an existing resource that the stack takes over.</summary>
    public string? ImportId { get; set; }

    /// <summary>New options of both: single values of the second win, lists are joined.</summary>
    public static CustomResourceOptions Merge(CustomResourceOptions? options1, CustomResourceOptions? options2)
    {
        var merged = new CustomResourceOptions();
        merged.AddCustom(options1);
        merged.AddCustom(options2);
        return merged;
    }

    private void AddCustom(CustomResourceOptions? other)
    {
        if (other is null)
        {
            return;
        }

        Add(other);
        DeleteBeforeReplace = other.DeleteBeforeReplace ?? DeleteBeforeReplace;
        additionalSecretOutputs = Joined(additionalSecretOutputs, other.additionalSecretOutputs);
        ImportId = other.ImportId ?? ImportId;
    }
}
