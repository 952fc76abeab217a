namespace Pulumi;

/// <summary>
/// Marks a struct that stands for an enumeration: a constructor from string or double, and an explicit conversion back.
/// </summary>
[AttributeUsage(AttributeTargets.Struct)]
public sealed class EnumTypeAttribute : Attribute;
