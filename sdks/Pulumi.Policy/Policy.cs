namespace Pulumi.Policy;

/// <summary>One thing that a pack checks. Derive from <see cref="ResourcePolicy{TView}"/>, <see cref="ResourcePolicy"/> or <see cref="StackPolicy"/>.</summary>
/// <remarks>A policy has no state: one object serves every resource of every stack. Which pack it is in, and how strictly it is
/// enforced there, it does not know.</remarks>
public abstract class Policy
{
    private protected Policy()
    {
    }

    /// <summary>What the policy says of itself: the same at every call.</summary>
    public abstract PolicyInfo Info { get; }

    /// <summary>
    /// The type tokens it looks at; null for every type. A resource policy is not asked about other resources, a stack policy not about
    /// stacks without any of these.
    /// </summary>
    public virtual IReadOnlyCollection<string>? ResourceTypes => null;
}
