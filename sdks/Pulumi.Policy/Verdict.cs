namespace Pulumi.Policy;

/// <summary>What a policy found: compliant, violated, or that it cannot tell before a property is known.</summary>
/// <remarks>
/// Verdicts on parts are joined with <see cref="All(IEnumerable{Verdict})"/>: a violation anywhere is a violation, however much else is
/// unknown. A warning violates nothing: it is shown at the level advisory, whatever the policy's own. Two verdicts are equal when they
/// say the same.
/// </remarks>
public sealed class Verdict : IEquatable<Verdict>
{
    private Verdict(
        ImmutableArray<string> violations, ImmutableArray<string> unknowns, ImmutableArray<string> warnings, string? notApplicable)
    {
        Violations = violations;
        UnknownProperties = unknowns;
        Warnings = warnings;
        NotApplicableReason = notApplicable;
    }

    /// <summary>There is nothing to tell.</summary>
    public static Verdict Compliant { get; } = new([], [], [], null);

    /// <summary>One message per violation: what was found, what is accepted, what to do.</summary>
    public ImmutableArray<string> Violations { get; }

    /// <summary>Paths of the properties that decide and are not known, for example resourceConfig.instanceType.</summary>
    public ImmutableArray<string> UnknownProperties { get; }

    /// <summary>What the policy cannot judge though it is known, or accepts and advises against: one message each.</summary>
    public ImmutableArray<string> Warnings { get; }

    /// <summary>Why the policy has nothing to say about the resource; null where it has.</summary>
    public string? NotApplicableReason { get; }

    /// <summary>Whether something is violated, whatever else is unknown.</summary>
    public bool IsViolation => !Violations.IsEmpty;

    /// <summary>Whether it cannot tell: no known violation, but an unknown property that decides.</summary>
    public bool IsUnknown => Violations.IsEmpty && !UnknownProperties.IsEmpty;

    /// <summary>Whether there is nothing to tell.</summary>
    public bool IsCompliant =>
        Violations.IsEmpty && UnknownProperties.IsEmpty && Warnings.IsEmpty && NotApplicableReason is null;

    /// <summary>The policy is violated: what was found, what is accepted, what to do.</summary>
    public static Verdict Violation(string message) => new([message], [], [], null);

    /// <summary>The policy cannot tell yet, since this property decides and is not known before deployment.</summary>
    public static Verdict Unknown(string propertyPath) => new([], [propertyPath], [], null);

    /// <summary>Nothing is violated, and yet somebody should know.</summary>
    public static Verdict Warning(string message) => new([], [], [message], null);

    /// <summary>The policy has nothing to say about this resource, or about this stack, and why.</summary>
    public static Verdict NotApplicable(string reason) => new([], [], [], reason);

    /// <summary>The verdict on a whole from the verdicts on its parts; not applicable only where all parts are.</summary>
    public static Verdict All(params IEnumerable<Verdict> parts)
    {
        // Nearly always there is nothing to tell, and then seldom more than one thing.
        List<Verdict>? told = null;
        string? notApplicable = null;
        var applicable = false;
        foreach (var part in parts)
        {
            notApplicable ??= part.NotApplicableReason;
            applicable |= part.NotApplicableReason is null;
            if (part.Violations.Length + part.UnknownProperties.Length + part.Warnings.Length > 0)
            {
                (told ??= []).Add(part);
            }
        }

        return told is null && (applicable || notApplicable is null)
            ? Compliant
            : new(
                [.. (told ?? []).SelectMany(part => part.Violations)],
                [.. (told ?? []).SelectMany(part => part.UnknownProperties)],
                [.. (told ?? []).SelectMany(part => part.Warnings)],
                applicable ? null : notApplicable);
    }

    /// <inheritdoc/>
    public bool Equals(Verdict? other) =>
        other is not null
        && Violations.SequenceEqual(other.Violations)
        && UnknownProperties.SequenceEqual(other.UnknownProperties)
        && Warnings.SequenceEqual(other.Warnings)
        && NotApplicableReason == other.NotApplicableReason;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Verdict);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Violations.Length, UnknownProperties.Length, Warnings.Length, NotApplicableReason);

    /// <inheritdoc/>
    public override string ToString() => this switch
    {
        { IsViolation: true } => $"violation: {string.Join("; ", Violations)}",
        { IsUnknown: true } => $"cannot tell yet: {string.Join(", ", UnknownProperties)}",
        { Warnings.IsEmpty: false } => $"warning: {string.Join("; ", Warnings)}",
        { NotApplicableReason: { } reason } => $"not applicable: {reason}",
        _ => "compliant",
    };
}
