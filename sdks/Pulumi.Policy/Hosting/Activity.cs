namespace Pulumi.Policy.Hosting;

/// <summary>Which policy is looking at what: the last words of a process that ends in the middle of it.</summary>
/// <remarks>Of several calls at once it knows the one that began last. The engine asks a pack one thing at a time.</remarks>
internal sealed class Activity
{
    private volatile Policy? policy;
    private PolicyResource? resource;

    /// <summary>For example "policy 'buckets-have-owners' looked at data (aws:s3/bucket:Bucket)"; null between two questions.</summary>
    public string? Current => policy is { } busy ? $"policy '{busy.Info.Name}' looked at {Wording.Named(resource)}" : null;

    /// <param name="busy">The policy that is asked.</param>
    /// <param name="looksAt">What it looks at; null for the stack.</param>
    /// <returns>What ends it.</returns>
    public End Of(Policy busy, PolicyResource? looksAt)
    {
        resource = looksAt;
        policy = busy;
        return new(this);
    }

    /// <summary>Ends what a policy does when disposed of.</summary>
    public readonly ref struct End(Activity activity)
    {
        public void Dispose() => activity.policy = null;
    }
}
