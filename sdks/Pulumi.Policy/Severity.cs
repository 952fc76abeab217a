namespace Pulumi.Policy;

/// <summary>How much a violation matters, whatever its enforcement level. The values are those of the wire.</summary>
public enum Severity
{
    /// <summary>The author did not say.</summary>
    Unspecified = 0,

    /// <summary>A matter of taste or of cents.</summary>
    Low = 1,

    /// <summary>Worth correcting in time.</summary>
    Medium = 2,

    /// <summary>Worth correcting before it is deployed.</summary>
    High = 3,

    /// <summary>Harm is done from the first hour.</summary>
    Critical = 4,
}
