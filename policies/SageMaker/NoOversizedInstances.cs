using Policies.Iam;
using Policies.Money;
using Policies.Packs;
using Policies.Workloads;

namespace Policies.SageMaker;

/// <summary>Keeps the largest instances for the models that fill them: eight GPUs are billed whether used or not.</summary>
internal sealed class NoOversizedInstances : ResourcePolicy
{
    private static readonly OpenPermissions Permissions = new(CostKey.InstanceTypes);

    public override PolicyInfo Info { get; } = new()
    {
        Name = SizingSettings.PolicyName,
        DisplayName = "No oversized instances",
        Description = "Instances are no larger than what runs on them needs.",
        Severity = Severity.High,
        Remediation = "Choose the smaller type that the message names. If the model needs the large one, say how large it is: tags "
            + $"{ModelTags.BillionsTag} and {ModelTags.UseTag} on the resource, or the setting modelParametersBillions.",
        Url = PolicyPages.Of(SizingSettings.PolicyName),
        Tags = ["sagemaker", "cost", "right-sizing"],
        Config = InstanceSettings.Schema,
    };

    public override IReadOnlyCollection<string> ResourceTypes { get; } = [.. ResourceWorkloads.Types, .. IamDocuments.Types];

    public override Verdict Check(ResourceContext context)
    {
        var judge = new InstanceJudge(new(context.Config), context.Resource.Name, InstanceMoney.For(context.Resource, context.Stack));
        var reading = ResourceWorkloads.In(context.Resource);
        return Verdict.All(
        [
            .. reading.ToVerdicts(context.Resource.Name).Concat(reading.Workloads.SelectMany(judge.Judge)).Distinct(),
            .. Permissions.Judge(context),
        ]);
    }
}
