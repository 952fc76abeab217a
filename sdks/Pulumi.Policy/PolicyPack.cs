namespace Pulumi.Policy;

/// <summary>Which policies apply, and how strictly.</summary>
/// <param name="Name">1 to 100 letters, digits, dashes, underscores and dots.</param>
/// <param name="Version">A semantic version.</param>
/// <param name="Policies">The policies in the order in which they run.</param>
public sealed record PolicyPack(string Name, string Version, ImmutableArray<PackedPolicy> Policies)
{
    public string? DisplayName { get; init; }

    public string? Description { get; init; }

    public string? Readme { get; init; }

    public string? Repository { get; init; }

    /// <summary>The provider whose resources it is about, for example aws; null where it is about several.</summary>
    public string? Provider { get; init; }

    public ImmutableArray<string> Tags { get; init; } = [];
}

/// <summary>A policy in a pack, and how strictly the pack enforces it unless configured otherwise.</summary>
public sealed record PackedPolicy(Policy Policy, EnforcementLevel Level)
{
    /// <summary>
    /// Whether what the policy cannot tell yet violates it, unless configured otherwise (the setting <c>unknown</c>); false: it is shown
    /// as advisory, as Pulumi's own packs do.
    /// </summary>
    public bool UnknownIsViolation { get; init; }
}
