using Policies.Packs;
using Policies.Workloads;

namespace Policies.SageMaker;

/// <summary>Types that bring their own disks get no volume, and SageMaker refuses a key for one.</summary>
/// <remarks>https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_ResourceConfig.html, VolumeKmsKeyId</remarks>
internal sealed class NoVolumeKeyOnNvme : WorkloadPolicy
{
    public override PolicyInfo Info { get; } = new()
    {
        Name = "no-volume-key-on-nvme",
        DisplayName = "No volume key where there is no volume",
        Description = "Instances with local NVMe storage have no volume key: SageMaker would refuse it, after the deployment has begun.",
        Severity = Severity.Medium,
        Remediation = "Remove the key (volumeKmsKeyId, kmsKeyArn): local storage is encrypted by the hardware.",
        Url = PolicyPages.Of("no-volume-key-on-nvme"),
        Tags = ["sagemaker", "reliability", PolicyTags.Irreversible],
        Config = new(),
    };

    protected override IEnumerable<Verdict> Judge(Workload workload, ResourceContext context) =>
        workload is not { VolumeKey: { } key } || key.Known is { IsUnknown: false, Value: null }
            ? []
            : workload.Instances.Select(use => use.Type switch
            {
                { IsUnknown: true } => Verdict.Unknown(use.Path.ToString()),
                { Value: { } type } when InstanceName.Parse(type) is { HasLocalStorage: true } => key.Known.IsUnknown
                    ? Verdict.Unknown(key.Path.ToString())
                    : Verdict.Violation(
                        $"{context.Resource.Name}: {key.Path} is set and {use.Path} is {use.Type}, "
                        + "a type with local NVMe storage, for which SageMaker takes no key. Remove the key."),
                _ => Verdict.Compliant,
            });
}
