namespace Pulumi;

/// <summary>The type token and package version of a resource class; generated packages derive from it.</summary>
[AttributeUsage(AttributeTargets.Class)]
public class ResourceTypeAttribute(string type, string? version) : Attribute
{
    public string Type { get; } = type;

    public string? Version { get; } = version;
}
