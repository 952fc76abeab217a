using Policies.Money;
using Policies.Packs;
using Policies.Workloads;
using ResourceViews.Aws.Sagemaker;

namespace Policies.SageMaker;

/// <summary>Trains on spare capacity at a fraction of the price; full price only to finish what spot could not.</summary>
/// <remarks>https://docs.aws.amazon.com/sagemaker/latest/dg/model-managed-spot-training.html</remarks>
internal sealed class SpotTrainingRequired : ResourcePolicy
{
    private const string OnDemandTypes = "onDemandTypes";

    public override PolicyInfo Info { get; } = new()
    {
        Name = "spot-training-required",
        DisplayName = "Training runs on managed spot",
        Description = "Training and tuning jobs run on managed spot; on demand only after a spot job failed, from its checkpoint.",
        Severity = Severity.High,
        Remediation = "Set enableManagedSpotTraining to true, give a checkpointConfig.s3Uri of the job family's own, and a "
            + "stoppingCondition.maxWaitTimeInSeconds above maxRuntimeInSeconds. With the level remediate that is done for a TrainingJob that "
            + "keeps checkpoints of its own, or runs for an hour at most.",
        Url = PolicyPages.Of("spot-training-required"),
        Tags = ["sagemaker", "cost", "spot"],
        Config = new(PolicySetting.Texts(
            OnDemandTypes,
            "Instance types that may train on demand, * standing for any characters: those too cheap to be worth a wait.")),
    };

    public override IReadOnlyCollection<string> ResourceTypes => ResourceWorkloads.TrainingTypes;

    public override bool CanRemediate => true;

    public override Verdict Check(ResourceContext context)
    {
        var reading = ResourceWorkloads.In(context.Resource);
        var judge = new SpotJudge(context.Resource.Name, TypePatterns.From(context.Config[OnDemandTypes]), InstanceMoney.For(context.Resource, context.Stack));
        return Verdict.All(reading.ToVerdicts(context.Resource.Name).Concat(reading.Workloads.SelectMany(judge.Judge)).Distinct());
    }

    public override PropertyMap? Remediate(ResourceContext context) =>
        TrainingJobProps.ResourceTypes.Contains(context.Resource.Type) && Check(context).IsViolation
            ? SpotRemediation.Of(TrainingJobProps.From(context.Resource.InputsValue))?.ToProperty().Members
            : null;
}
