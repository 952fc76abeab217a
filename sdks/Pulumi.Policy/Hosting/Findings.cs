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
        foreach (var text in verdict.Violations)
        {
            Add(policy, resource, policy.ViolationLevel, $"{policy.Info.Description}\n{Masked(text)}");
        }

        foreach (var text in verdict.Warnings)
        {
            Add(policy, resource, Rpc.EnforcementLevel.Advisory, $"{policy.Info.Description}\n{Masked(text)}");
        }

        if (!verdict.UnknownProperties.IsEmpty)
        {
            Add(policy, resource, Rpc.EnforcementLevel.Advisory, Masked(wording.CannotRun("policy", policy.Info, resource, verdict)));
        }
    }

    /// <summary>A policy that throws has not cleared the resource: what it would have stopped stays stopped.</summary>
    public void AddFailure(ActivePolicy policy, PolicyResource? resource, Exception exception) =>
        Add(policy, resource, policy.ViolationLevel, Masked(wording.Failed("policy", policy.Info, resource, exception)));

    public void AddNotApplicable(ActivePolicy policy, string reason) =>
        response.NotApplicable.Add(new Rpc.PolicyNotApplicable { PolicyName = policy.Info.Name, Reason = Masked(reason) });

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
