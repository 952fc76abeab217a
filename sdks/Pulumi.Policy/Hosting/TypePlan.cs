using Rpc = Pulumirpc;

namespace Pulumi.Policy.Hosting;

/// <summary>What is to be done for resources of one type, worked out once.</summary>
internal sealed class TypePlan
{
    private readonly ImmutableArray<Rpc.PolicyNotApplicable> notAnalyzed;
    private readonly ImmutableArray<Rpc.PolicyNotApplicable> notRemediated;

    public TypePlan(IEnumerable<ActivePolicy> resourcePolicies, string type)
    {
        var all = resourcePolicies.ToLookup(policy => policy.LooksAt(type));
        var remediating = all[true].Where(policy => policy.IsRemediating).ToLookup(CanRemediate);
        Policies = [.. all[true]];
        Remediations = [.. remediating[true]];
        notAnalyzed = [.. all[false].Select(policy => policy.OtherType)];
        notRemediated =
        [
            .. all[false].Where(policy => policy.IsRemediating).Select(policy => policy.OtherType),
            .. remediating[false].Select(policy => policy.NoRemediation),
        ];
        NothingFound = NewAnalyzeResponse();
        NothingRemediated = NewRemediateResponse();
    }

    /// <summary>The policies that look at the type, as the pack lists them.</summary>
    public ImmutableArray<ActivePolicy> Policies { get; }

    /// <summary>Those of them that may repair a resource.</summary>
    public ImmutableArray<ActivePolicy> Remediations { get; }

    /// <summary>The answer for a resource without findings. It is shared: nobody may change it.</summary>
    public Rpc.AnalyzeResponse NothingFound { get; }

    /// <summary>The answer for a resource that stays as it is. It is shared: nobody may change it.</summary>
    public Rpc.RemediateResponse NothingRemediated { get; }

    public Rpc.AnalyzeResponse NewAnalyzeResponse() => new() { NotApplicable = { notAnalyzed } };

    public Rpc.RemediateResponse NewRemediateResponse() => new() { NotApplicable = { notRemediated } };

    private static bool CanRemediate(ActivePolicy policy) => policy.Policy is ResourcePolicy { CanRemediate: true };
}
