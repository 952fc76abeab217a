namespace Pulumi;

/// <summary>Options of the stack.</summary>
public class StackOptions
{
    /// <summary>Functions that see, and may change, every resource before it is registered.</summary>
    public List<ResourceTransformation> ResourceTransformations { get; set; } = [];
}
