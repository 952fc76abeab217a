using System.Runtime.CompilerServices;
using Policies.Workloads;
using ResourceViews.Aws.S3;
using static Policies.Workloads.Resources.ViewReading;

namespace Policies.S3;

/// <summary>The buckets of a stack, each with what other resources say about it.</summary>
internal sealed class StackStorage
{
    // Every policy on buckets gets the same object for a stack: its resources are joined once for all of them.
    private static readonly ConditionalWeakTable<IReadOnlyList<PolicyResource>, StackStorage> AlreadyJoined = [];

    private readonly ILookup<string, PolicyResource> versioningBySource;
    private readonly ILookup<string, PolicyResource> versioningByName;
    private readonly LifecycleJoin tierings;

    private StackStorage(IReadOnlyList<PolicyResource> resources)
    {
        var versionings = resources.Where(IsVersioning).ToArray();
        versioningBySource = (
            from versioning in versionings
            from urn in versioning.PropertyDependencies.Values.SelectMany(urns => urns).Distinct()
            select (Urn: urn, Versioning: versioning)).ToLookup(pair => pair.Urn, pair => pair.Versioning);
        versioningByName = versionings.Where(versioning => NameIn(versioning).IsSet).ToLookup(versioning => NameIn(versioning).Value!);
        Buckets = [.. resources.Select(StackBucket.From).OfType<StackBucket>()];
        Lifecycles = [.. resources.Select(StackLifecycle.From).OfType<StackLifecycle>()];
        Join = new(Buckets, Lifecycles);
        tierings = new(Buckets, [.. resources.Select(TieringRules.From).OfType<StackLifecycle>()]);
    }

    public ImmutableArray<StackBucket> Buckets { get; }

    public ImmutableArray<StackLifecycle> Lifecycles { get; }

    /// <summary>Which configurations are for which bucket.</summary>
    public LifecycleJoin Join { get; }

    public static StackStorage Of(StackContext context) =>
        AlreadyJoined.GetValue(context.Resources, static resources => new(resources));

    /// <summary>The rules for a bucket: its own, and those of the configurations that are, or may be, for it.</summary>
    public IEnumerable<BucketRules> RulesOf(StackBucket bucket) => RulesOf(bucket, bucket.Inline, Join);

    /// <summary>The configurations of Intelligent-Tiering for a bucket, in the same way.</summary>
    public IEnumerable<BucketRules> TieringsOf(StackBucket bucket) => RulesOf(bucket, TieringRules.In(bucket), tierings);

    /// <summary>Whether a bucket keeps what is overwritten or deleted, and the resource that says so.</summary>
    public (PolicyResource Resource, Setting<bool?> IsOn) VersioningOf(StackBucket bucket)
    {
        (PolicyResource Resource, Setting<bool?> IsOn)[] answers =
        [
            (bucket.Resource, bucket.Versioning),
            .. versioningBySource[bucket.Resource.Urn].Select(Read),
            .. bucket.Name.IsSet ? versioningByName[bucket.Name.Value!].Select(Read) : [],
        ];
        return Array.Find(answers, answer => answer.IsOn.Known.Value == true) is { Resource: not null } on ? on
            : Array.Find(answers, answer => answer.IsOn.Known.IsUnknown) is { Resource: not null } unknown ? unknown
            : answers[0];
    }

    private static IEnumerable<BucketRules> RulesOf(StackBucket bucket, LifecycleRules own, LifecycleJoin join) =>
    [
        new(bucket.Resource, own, null),
        .. join.For(bucket).Select(lifecycle => new BucketRules(lifecycle.Resource, lifecycle.Rules, null)),
        .. join.PerhapsFor(bucket).Select(lifecycle => new BucketRules(lifecycle.Resource, lifecycle.Rules, lifecycle.Bucket.Path)),
    ];

    private static bool IsVersioning(PolicyResource resource) =>
        BucketVersioningProps.ResourceTypes.Contains(resource.Type) || BucketVersioningV2Props.ResourceTypes.Contains(resource.Type);

    private static Known<string> NameIn(PolicyResource versioning) => BucketVersioningProps.From(versioning.InputsValue).Bucket;

    private static (PolicyResource Resource, Setting<bool?> IsOn) Read(PolicyResource resource)
    {
        var versioning = BucketVersioningProps.From(resource.InputsValue);
        return (resource, StackBucket.IsEnabled(Setting(versioning.VersioningConfiguration.Status)));
    }
}

/// <summary>Lifecycle rules that a bucket has, or may have.</summary>
/// <param name="Resource">The resource that carries them.</param>
/// <param name="Rules">The rules.</param>
/// <param name="OpenBucket">The property that will tell whether they are for the bucket; null where they are.</param>
internal sealed record BucketRules(PolicyResource Resource, LifecycleRules Rules, PropertyPath? OpenBucket);
