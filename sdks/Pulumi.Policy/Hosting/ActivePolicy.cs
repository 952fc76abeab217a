using Pulumi.Policy.Configuration;
using Rpc = Pulumirpc;

namespace Pulumi.Policy.Hosting;

/// <summary>A policy with its level and settings as configured.</summary>
internal sealed record ActivePolicy(Policy Policy, PolicyInfo Info, EnforcementLevel Level, PolicyConfig Config)
{
    /// <summary>Whether what it cannot tell yet violates it.</summary>
    public required bool UnknownIsViolation { get; init; }

    public required ExemptionList Exemptions { get; init; }

    /// <summary>Ready messages, shared by all answers that need them.</summary>
    public Rpc.PolicyNotApplicable OtherType { get; } =
        new() { PolicyName = Info.Name, Reason = Wording.OtherType(Policy.ResourceTypes) };

    public Rpc.PolicyNotApplicable NoRemediation { get; } =
        new() { PolicyName = Info.Name, Reason = "The policy has no remediation." };

    /// <summary>The level of its violations on the wire, where a disabled one must never appear.</summary>
    public Rpc.EnforcementLevel ViolationLevel { get; } =
        Level == EnforcementLevel.Advisory ? Rpc.EnforcementLevel.Advisory : Rpc.EnforcementLevel.Mandatory;

    public bool IsRemediating => Level == EnforcementLevel.Remediate;

    public bool LooksAt(string type) => Policy.ResourceTypes is not { } types || types.Contains(type);
}
