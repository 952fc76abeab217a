namespace Pulumi;

/// <summary>Makes a property of a resource class an output of the resource; without a name, under the name it has.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class OutputAttribute(string? name = null) : Attribute
{
    public string? Name { get; } = name;
}
