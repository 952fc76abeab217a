using Pulumi.Policy.Hosting;
using Pulumirpc;

namespace Preview.Policies;

/// <summary>How much a finding weighs, heaviest first.</summary>
internal enum FindingKind
{
    /// <summary>A violation that stops a deployment.</summary>
    Mandatory,

    /// <summary>A violation that is only shown.</summary>
    Advisory,

    /// <summary>The policy cannot tell before something is known that only a deployment tells.</summary>
    CannotTellYet,

    /// <summary>The configuration accepts it for a while.</summary>
    Exempt,

    /// <summary>A violation that was there when the stack adopted the pack.</summary>
    Known,
}

/// <summary>What a policy said of a resource.</summary>
internal sealed record Finding
{
    public required string Pack { get; init; }

    public string PackVersion { get; init; } = "";

    public required string Policy { get; init; }

    public string Description { get; init; } = "";

    public required string Message { get; init; }

    public required FindingKind Kind { get; init; }

    public PolicySeverity Severity { get; init; }

    /// <summary>The resource, or the stack.</summary>
    public required string Urn { get; init; }

    /// <summary>Why, until when and on whose account it is exempt; null where it is not.</summary>
    public ExemptionNote? Exemption { get; init; }
}

/// <summary>A policy changed the inputs of a resource.</summary>
internal sealed record AppliedRemediation(
    string Pack, string PackVersion, string Policy, string Description, string Urn, PropertyMap Before, PropertyMap After);
