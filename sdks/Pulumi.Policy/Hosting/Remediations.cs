using Google.Protobuf;
using Rpc = Pulumirpc;

namespace Pulumi.Policy.Hosting;

/// <summary>Runs the remediations of one resource, each on what the one before it left.</summary>
internal sealed class Remediations(PolicyPack pack, TypePlan plan, PolicyResource resource, StackInfo stack)
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
        if (remediation.Remediate(context) is { } remedied && remedied != resource.Inputs)
        {
            var inputs = WhatMustStay.In(resource.Inputs, remedied);
            resource = resource with { Inputs = inputs };
            Add(policy).Properties = UnsafeByteOperations.UnsafeWrap(inputs.Encoded);
        }
        else if (resource.Inputs.ContainsUnknown() && remediation.Check(context) is { IsUnknown: true } verdict)
        {
            AddDiagnostic(policy, wording.CannotRun("remediation", policy.Info, resource, verdict));
        }
    }

    private void AddDiagnostic(ActivePolicy policy, string text) =>
        Add(policy).Diagnostic = SecretMask.For([resource], stack).Apply(text);

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
