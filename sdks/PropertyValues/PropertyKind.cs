namespace PropertyValues;

/// <summary>What a <see cref="PropertyValue"/> is, seen through secret and output wrappers.</summary>
public enum PropertyKind : byte
{
    /// <summary>There is no such property.</summary>
    Missing,

    /// <summary>The property is there and null.</summary>
    Null,

    /// <summary>True or false.</summary>
    Bool,

    /// <summary>A number; the wire knows only one kind of them.</summary>
    Number,

    /// <summary>A text.</summary>
    String,

    /// <summary>Values in order.</summary>
    List,

    /// <summary>Values by name.</summary>
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
