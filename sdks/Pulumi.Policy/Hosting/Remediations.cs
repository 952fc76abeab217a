using Google.Protobuf;
using Rpc = Pulumirpc;

namespace Pulumi.Policy.Hosting;

/// <summary>Runs the remediations of one resource, each on what the one before it left.</summary>
internal sealed class Remediations(PolicyPack pack, TypePlan plan, PolicyResource resource, StackInfo stack, Activity activity)
{
    private readonly Wording wording = new(pack);
    private PolicyResource resource = resource;
    private Rpc.RemediateResponse? response;

    public Rpc.RemediateResponse Run()
    {
        foreach (var policy in plan.Remediations)
        {
            try
            {
                using var _ = activity.Of(policy.Policy, resource);
                Run(policy, (ResourcePolicy)policy.Policy);
            }
            catch (Exception exception)
            {
                AddDiagnostic(policy, wording.Failed("remediation", policy.Info, resource, exception));
            }
        }

        return response ?? plan.NothingRemediated;
    }

    private void Run(ActivePolicy policy, ResourcePolicy remediation)
    {
        if (policy.Exemptions.Exempts(resource))
        {
            return;
        }

        var context = new ResourceContext(resource, policy.Config, stack);
        if (remediation.Remediate(context) is { } remedied
            && WhatMustStay.In(resource.Inputs, remedied) is var inputs && inputs != resource.Inputs)
        {
            resource = resource with { Inputs = inputs };
            Add(policy).Properties = UnsafeByteOperations.UnsafeWrap(inputs.Encoded);
        }
        else
        {
            AddWhyNot(policy, VerdictOf(remediation, context));
        }
    }

    private static Verdict VerdictOf(ResourcePolicy policy, ResourceContext context)
    {
        try
        {
            return policy.Check(context);
        }
        catch (Exception)
        {
            // The engine asks for the analysis next, which shows what is thrown.
            return Verdict.Compliant;
        }
    }

    /// <summary>Nothing is to be remedied where the resource is right, and nothing can be where the policy cannot tell.</summary>
    private void AddWhyNot(ActivePolicy policy, Verdict verdict)
    {
        if (verdict.NotApplicableReason is { } reason)
        {
            response ??= plan.NewRemediateResponse();
            response.NotApplicable.Add(new Rpc.PolicyNotApplicable { PolicyName = policy.Info.Name, Reason = Masked(reason) });
        }
        else if (verdict.IsUnknown && resource.Inputs.ContainsUnknown())
        {
            AddDiagnostic(policy, wording.CannotRun("remediation", policy.Info, resource, verdict));
        }
    }

    private void AddDiagnostic(ActivePolicy policy, string text) =>
        Add(policy).Diagnostic = Masked(text);

    private string Masked(string text) => SecretMask.For([resource], stack).Apply(text);

    private Rpc.Remediation Add(ActivePolicy policy)
    {
        var remediation = new Rpc.Remediation
        {
            PolicyName = policy.Info.Name,
            PolicyPackName = pack.Name,
            PolicyPackVersion = pack.Version,
            Description = policy.Info.Description,
        };
        response ??= plan.NewRemediateResponse();
        response.Remediations.Add(remediation);
        return remediation;
    }
}
