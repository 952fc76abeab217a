using Policies.Packs;
using Policies.Workloads;

namespace Policies.SageMaker;

/// <summary>Types that bring their own disks get no volume: SageMaker refuses a key for one, and passes over its size.</summary>
/// <remarks>https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_ResourceConfig.html, VolumeKmsKeyId and VolumeSizeInGB</remarks>
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
        workload.Instances.SelectMany(use => use.Volume is { } volume
            ? (Verdict[])[Key(use, volume.Key, context.Resource.Name), Size(use, volume.SizeGb, context.Resource.Name)]
            : []);

    private static Verdict Key(InstanceUse use, Setting<string> key, string name) => (HasLocalStorage(use.Type), key.Known) switch
    {
        (_, { IsUnknown: false, Value: null }) or (false, _) => Verdict.Compliant,
        (null, _) => Verdict.Unknown(use.Path.ToString()),
        (true, { IsUnknown: true }) => Verdict.Unknown(key.Path.ToString()),
        _ => Verdict.Violation(
            $"{name}: {key.Path} is set and {use.Path} is {use.Type}, a type with local NVMe storage, for which SageMaker takes no key. "
            + "Remove the key."),
    };

    /// <summary>Only a warning, so that it need not be known for certain.</summary>
    private static Verdict Size(InstanceUse use, Setting<int?> size, string name) =>
        HasLocalStorage(use.Type) == true && size.Known.Value is > 0
            ? Verdict.Warning(
                $"{name}: {size.Path} is {size.Known} and {use.Path} is {use.Type}, a type with local NVMe storage, to which SageMaker attaches "
                + "no volume: the storage is that of the type, whatever the size says. Remove the size.")
            : Verdict.Compliant;

    private static bool? HasLocalStorage(Known<string> type) => type switch
    {
        { IsUnknown: true } => null,
        { Value: { } name } => InstanceName.Parse(name) is { HasLocalStorage: true },
        _ => false,
    };
}
