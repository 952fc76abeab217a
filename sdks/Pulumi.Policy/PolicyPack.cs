namespace Pulumi.Policy;

/// <summary>Which policies apply, and how strictly.</summary>
/// <param name="Name">1 to 100 letters, digits, dashes, underscores and dots.</param>
/// <param name="Version">A semantic version.</param>
/// <param name="Policies">The policies in the order in which they run.</param>
public sealed record PolicyPack(string Name, string Version, ImmutableArray<PackedPolicy> Policies)
{
    /// <summary>A name for people; the name where there is none.</summary>
    public string? DisplayName { get; init; }

    /// <summary>What the pack is for, in a sentence.</summary>
    public string? Description { get; init; }

    /// <summary>A page on the pack, in Markdown.</summary>
    public string? Readme { get; init; }

    /// <summary>The address of its source code.</summary>
    public string? Repository { get; init; }

    /// <summary>The provider whose resources it is about, for example aws; null where it is about several.</summary>
    public string? Provider { get; init; }

    /// <summary>Words to find the pack by.</summary>
    public ImmutableArray<string> Tags { get; init; } = [];

    /// <summary>
    /// Says what makes a property known, for the resource (null for the stack) and the path that a policy could not tell by: one sentence,
    /// shown below the words of Pulumi's own packs. Null says nothing, and without a function nothing is ever said.
    /// </summary>
    public Func<PolicyResource?, string, string?>? WhenKnown { get; init; }
}

/// <summary>A policy in a pack, and how strictly the pack enforces it unless configured otherwise.</summary>
public sealed record PackedPolicy(Policy Policy, EnforcementLevel Level)
{
    /// <summary>
    /// Whether what the policy cannot tell yet violates it, unless configured otherwise (the setting <c>unknown</c>); false: it is shown
    /// as advisory, as Pulumi's own packs do.
    /// </summary>
    public bool UnknownIsViolation { get; init; }

    /// <summary>Values that the pack gives to settings of the policy, over the defaults of their schemas; users may give others.</summary>
    public PropertyMap Settings { get; init; }
}
