using Pulumi.Policy;

namespace SamplePack;

/// <summary>A small pack that is started as a process by tests.</summary>
internal static class Sample
{
    public static PolicyPack Pack { get; } = new(
        "sample", "1.2.3", [new(new BucketsHaveOwners(), EnforcementLevel.Mandatory), new(new FewBuckets(), EnforcementLevel.Advisory)]);
}
