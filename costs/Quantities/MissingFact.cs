namespace Costs.Quantities;

/// <summary>What has to be known before a quantity is.</summary>
/// <param name="Name">A usage key, or the path of a property.</param>
public readonly record struct MissingFact(MissingFactKind Kind, string Name);

public enum MissingFactKind
{
    /// <summary>A usage that the stack's settings can state.</summary>
    Usage,

    /// <summary>A property that only deployment makes known.</summary>
    Property,
}
