namespace Pulumi;

/// <summary>A resource that a provider manages.</summary>
public class CustomResource : Resource
{
    public CustomResource(string type, string name, ResourceArgs? args, CustomResourceOptions? options = null)
        : base(type, name, custom: true, args, options ?? new CustomResourceOptions())
    {
    }

    /// <summary>The provider's id of the resource; unknown until it is made.</summary>
    // Set by the base class, which knows it first: an initialiser here would run before and keep nothing.
    [Output("id")]
    public Output<string> Id { get; private set; } = null!;
}
