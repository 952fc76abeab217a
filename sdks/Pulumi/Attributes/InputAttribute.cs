namespace Pulumi;

/// <summary>Makes a member of an arguments class a property that is sent.</summary>
[AttributeUsage(AttributeTargets.Field | AttributeTargets.Property)]
public sealed class InputAttribute(string name, bool required = false, bool json = false) : Attribute
{
    internal string Name { get; } = name;

    internal bool IsRequired { get; } = required;

    /// <summary>Whether a value that is no string is sent as JSON text, as provider resources want it.</summary>
    internal bool Json { get; } = json;
}
