namespace Pulumi.Policy;

/// <summary>How much a violation matters, whatever its enforcement level. The values are those of the wire.</summary>
public enum Severity
{
    Unspecified = 0,
    Low = 1,
    Medium = 2,
    High = 3,
    Critical = 4,
}
