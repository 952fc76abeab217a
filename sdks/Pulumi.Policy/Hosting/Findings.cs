using Pulumi.Policy.Configuration;
using Rpc = Pulumirpc;

namespace Pulumi.Policy.Hosting;

/// <summary>Collects what policies say of one resource, or of one stack, into an answer.</summary>
internal sealed class Findings(
    PolicyPack pack, Rpc.AnalyzeResponse response, IReadOnlyCollection<PolicyResource> resources, StackInfo stack)
{
    private readonly Wording wording = new(pack);

    // Only a resource with findings has messages to look for secrets in.
    private SecretMask? mask;

    public Rpc.AnalyzeResponse Response => response;

    /// <param name="policy">Who says it.</param>
    /// <param name="resource">Of what; null for the stack where it is not among the resources.</param>
    /// <param name="verdict">What it says.</param>
    public void Add(ActivePolicy policy, PolicyResource? resource, Verdict verdict)
    {
        var exemption = verdict.Violations.IsEmpty && verdict.UnknownProperties.IsEmpty ? null : policy.Exemptions.Use(resource);
        foreach (var text in verdict.Violations)
        {
            AddViolation(policy, resource, exemption, text);
        }

        foreach (var text in verdict.Warnings)
        {
            AddDescribed(policy, resource, Rpc.EnforcementLevel.Advisory, Masked(text));
        }

        if (!verdict.UnknownProperties.IsEmpty)
        {
            AddUnknown(policy, resource, exemption, verdict);
        }
    }

    /// <summary>A policy that throws has not cleared the resource: what it would have stopped stays stopped.</summary>
    public void AddFailure(ActivePolicy policy, PolicyResource? resource, Exception exception)
    {
        policy.Exemptions.Fail();
        Add(policy, resource, policy.ViolationLevel, Masked(wording.Failed("policy", policy.Info, resource, exception)));
    }

    /// <summary>None of the policy's resource types is there.</summary>
    public void AddNotApplicable(ActivePolicy policy) => response.NotApplicable.Add(policy.OtherType);

    public void AddNotApplicable(ActivePolicy policy, string reason) =>
        response.NotApplicable.Add(new Rpc.PolicyNotApplicable { PolicyName = policy.Info.Name, Reason = Masked(reason) });

    /// <summary>Warns of exemptions that nothing needed.</summary>
    public void AddUnused(ActivePolicy policy, PolicyResource? stackItself)
    {
        foreach (var exemption in policy.Exemptions.Unused)
        {
            AddDescribed(policy, stackItself, Rpc.EnforcementLevel.Advisory, Wording.Unused(exemption, policy.Level));
        }
    }

    private void AddViolation(ActivePolicy policy, PolicyResource? resource, Exemption? exemption, string text)
    {
        // What the configuration says of an exemption is no text of the policy, and reports look for it word for word.
        var masked = Masked(text);
        if (exemption is null)
        {
            AddDescribed(policy, resource, policy.ViolationLevel, masked);
        }
        else if (policy.Exemptions.IsExpired(exemption))
        {
            AddDescribed(policy, resource, policy.ViolationLevel, $"{masked}\n{Wording.Expired(exemption)}");
        }
        else
        {
            AddDescribed(policy, resource, Rpc.EnforcementLevel.Advisory, $"{ExemptionNote.Of(exemption).Line}\n{masked}");
        }
    }

    /// <summary>Advisory in the words of Pulumi's own packs, unless the policy is strict or the resource exempt.</summary>
    private void AddUnknown(ActivePolicy policy, PolicyResource? resource, Exemption? exemption, Verdict verdict)
    {
        var text = wording.CannotRun("policy", policy.Info, resource, verdict, policy.UnknownIsViolation);
        if (policy.UnknownIsViolation || (exemption is not null && !policy.Exemptions.IsExpired(exemption)))
        {
            AddViolation(policy, resource, exemption, text);
        }
        else
        {
            var expired = exemption is null ? "" : $"\n{Wording.Expired(exemption)}";
            Add(policy, resource, Rpc.EnforcementLevel.Advisory, Masked(text) + expired);
        }
    }

    private void AddDescribed(ActivePolicy policy, PolicyResource? resource, Rpc.EnforcementLevel level, string text) =>
        Add(policy, resource, level, $"{policy.Info.Description}\n{text}");

    private void Add(ActivePolicy policy, PolicyResource? resource, Rpc.EnforcementLevel level, string message) =>
        response.Diagnostics.Add(new Rpc.AnalyzeDiagnostic
        {
            PolicyName = policy.Info.Name,
            PolicyPackName = pack.Name,
            PolicyPackVersion = pack.Version,
            Description = policy.Info.Description,
            Message = message,
            EnforcementLevel = level,
            Urn = resource?.Urn ?? "",
            Severity = (Rpc.PolicySeverity)policy.Info.Severity,
        });

    private string Masked(string text) => (mask ??= SecretMask.For(resources, stack)).Apply(text);
}
