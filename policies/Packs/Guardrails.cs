using System.Reflection;
using Policies.S3;
using Policies.SageMaker;

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
        new(new NoPreviousGeneration(), EnforcementLevel.Advisory),
        new(new NoVolumeKeyOnNvme(), EnforcementLevel.Mandatory),
        new(new BucketLifecycleRequired(), EnforcementLevel.Mandatory),
    ])
    {
        DisplayName = "SageMaker guardrails",
        Description = "Refuses Amazon SageMaker stacks that waste money.",
        Tags = ["sagemaker", "cost"],
    };

    private static string Version() =>
        typeof(Guardrails).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;
}
