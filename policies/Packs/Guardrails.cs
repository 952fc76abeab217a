using Policies.Governance;
using Policies.Money;
using Policies.Observability;
using Policies.S3;
using Policies.SageMaker;
using Policies.SageMaker.Development;
using Policies.SageMaker.Hosting;

namespace Policies.Packs;

/// <summary>What our SageMaker stacks are held to. How strictly, an environment's configuration may say otherwise.</summary>
internal static class Guardrails
{
    public static PolicyPack Pack { get; } = new("sagemaker-guardrails", Version(),
    [
        new(new NoOversizedInstances(), EnforcementLevel.Mandatory),
        new(new SpotTrainingRequired(), EnforcementLevel.Mandatory),
        new(new SpotWaitConsistent(), EnforcementLevel.Mandatory),
        new(new SpotCheckpoint(), EnforcementLevel.Mandatory),
        new(new SpotNoWarmPool(), EnforcementLevel.Mandatory),
        new(new RuntimeCapped(), EnforcementLevel.Mandatory),
        new(new NoPreviousGeneration(), EnforcementLevel.Mandatory),
        new(new NoVolumeKeyOnNvme(), EnforcementLevel.Mandatory),
        new(new MmeShape(), EnforcementLevel.Mandatory),
        new(new ServerlessShape(), EnforcementLevel.Mandatory),
        new(new AutoscalingPresent(), EnforcementLevel.Mandatory),
        new(new AutoscalingCoherent(), EnforcementLevel.Mandatory),
        new(new ScaleToZeroComplete(), EnforcementLevel.Mandatory),
        new(new BucketLifecycleRequired(), EnforcementLevel.Mandatory),
        new(new LifecycleValid(), EnforcementLevel.Mandatory),
        new(new VersionedNoncurrent(), EnforcementLevel.Mandatory),
        new(new MultipartAbort(), EnforcementLevel.Remediate),
        new(new LiveModelsNotArchived(), EnforcementLevel.Mandatory),
        new(new LivePrefixNotArchived(), EnforcementLevel.Mandatory),
        new(new IdleShutdown(), EnforcementLevel.Mandatory),
        new(new MonthlyCostCeiling(), EnforcementLevel.Mandatory),
        new(new CostIncreaseLimit(), EnforcementLevel.Mandatory),
        new(new BudgetPresent(), EnforcementLevel.Mandatory),
        new(new BudgetNotified(), EnforcementLevel.Mandatory),
        new(new AnomalyCoherent(), EnforcementLevel.Mandatory),
        new(new NoSilentCommitment(), EnforcementLevel.Mandatory),
        new(new CostTags(), EnforcementLevel.Mandatory),
        new(new LogRetention(), EnforcementLevel.Remediate),
        new(new SameRegion(), EnforcementLevel.Advisory),
    ])
    {
        DisplayName = "SageMaker guardrails",
        Description = "Refuses Amazon SageMaker stacks that waste money.",
        Tags = ["sagemaker", "cost"],
        WhenKnown = WhenKnown.Of,
    };

    private static string Version() => typeof(Guardrails).Assembly.GetName().Version!.ToString(fieldCount: 3);
}
