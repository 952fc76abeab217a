namespace Pulumi.Policy;

/// <summary>What a policy says of itself, to the engine and in reports.</summary>
public sealed record PolicyInfo
{
    /// <summary>Unique in its pack, kebab-case, never renamed: configuration and exemptions refer to it. "all" is reserved.</summary>
    public required string Name { get; init; }

    /// <summary>A name for people; the engine shows <see cref="Name"/> where there is none.</summary>
    public string? DisplayName { get; init; }

    /// <summary>What holds where the policy is kept, in one sentence.</summary>
    public required string Description { get; init; }

    /// <summary>What a violation comes to in general, for catalogues of policies; what is shown of one is its own text.</summary>
    public string? Message { get; init; }

    /// <summary>How much a violation matters.</summary>
    public Severity Severity { get; init; }

    /// <summary>What to do about a violation.</summary>
    public string? Remediation { get; init; }

    /// <summary>The page that explains the policy.</summary>
    public string? Url { get; init; }

    /// <summary>Words to find the policy by.</summary>
    public ImmutableArray<string> Tags { get; init; } = [];

    /// <summary>The catalogue of rules that this policy implements a part of.</summary>
    public ComplianceFramework? Framework { get; init; }

    /// <summary>The settings that users may give the policy; null where it has none.</summary>
    public PolicyConfigSchema? Config { get; init; }
}

/// <summary>A published catalogue of rules.</summary>
/// <param name="Name">The catalogue, for example CIS.</param>
/// <param name="Version">Its version.</param>
/// <param name="Reference">The rule in it.</param>
/// <param name="Specification">The text of the rule.</param>
public sealed record ComplianceFramework(string Name, string? Version = null, string? Reference = null, string? Specification = null);
