namespace Pulumi.Policy;

/// <summary>A policy that judges a stack as a whole, when all its resources are known.</summary>
public abstract class StackPolicy : Policy
{
    /// <summary>The verdicts that are worth telling; a resource that is not mentioned is compliant or not concerned.</summary>
    public abstract IEnumerable<ResourceVerdict> Check(StackContext context);
}

/// <summary>What a stack policy says of one resource.</summary>
/// <param name="Resource">The resource; null for the stack itself.</param>
/// <param name="Verdict">The verdict.</param>
public readonly record struct ResourceVerdict(PolicyResource? Resource, Verdict Verdict);
