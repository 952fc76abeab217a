namespace PropertyValues;

/// <summary>What a <see cref="PropertyValue"/> is, seen through secret and output wrappers.</summary>
public enum PropertyKind : byte
{
    /// <summary>There is no such property.</summary>
    Missing,

    /// <summary>The property is there and null.</summary>
    Null,
    Bool,
    Number,
    String,
    List,
    Object,

    /// <summary>Not known before deployment.</summary>
    Unknown,

    /// <summary>A file, text or address that becomes one file.</summary>
    Asset,

    /// <summary>A collection of files.</summary>
    Archive,

    /// <summary>A reference to another resource by URN and id.</summary>
    Resource,
}
