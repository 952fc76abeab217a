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
}
