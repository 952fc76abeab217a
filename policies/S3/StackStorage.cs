using System.Runtime.CompilerServices;
using ResourceViews.Aws.S3;
using Native = ResourceViews.AwsNative.S3;

namespace Policies.S3;

/// <summary>The buckets of a stack, each with what other resources say about it.</summary>
internal sealed class StackStorage
{
    private const string Enabled = "Enabled";

    // Every policy on buckets gets the same object for a stack: its resources are joined once for all of them.
    private static readonly ConditionalWeakTable<IReadOnlyList<PolicyResource>, StackStorage> AlreadyJoined = [];

    private readonly ILookup<string, PolicyResource> versioningBySource;
    private readonly ILookup<string, PolicyResource> versioningByName;

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
    }

    public ImmutableArray<StackBucket> Buckets { get; }

    public ImmutableArray<StackLifecycle> Lifecycles { get; }

    /// <summary>Which configurations are for which bucket.</summary>
    public LifecycleJoin Join { get; }

    public static StackStorage Of(StackContext context) =>
        AlreadyJoined.GetValue(context.Resources, static resources => new(resources));

    /// <summary>The rules for a bucket: its own, and those of the configurations that are for it.</summary>
    public IEnumerable<(PolicyResource Resource, LifecycleRules Rules)> RulesOf(StackBucket bucket) =>
        [(bucket.Resource, bucket.Inline), .. Join.For(bucket).Select(lifecycle => (lifecycle.Resource, lifecycle.Rules))];

    /// <summary>Whether a bucket keeps what is overwritten or deleted.</summary>
    public Known<bool?> IsVersioned(StackBucket bucket)
    {
        Known<bool?>[] answers =
        [
            InlineVersioning(bucket.Resource),
            .. versioningBySource[bucket.Resource.Urn].Select(Status),
            .. bucket.Name.IsSet ? versioningByName[bucket.Name.Value!].Select(Status) : [],
        ];
        return Array.Exists(answers, answer => answer.Value == true) ? true
            : Array.Find(answers, answer => answer.IsUnknown) is { IsUnknown: true } unknown ? unknown
            : false;
    }

    private static Known<bool?> InlineVersioning(PolicyResource resource) => resource.Type switch
    {
        var type when Native.BucketProps.ResourceTypes.Contains(type) =>
            Is(Enabled, Native.BucketProps.From(resource.InputsValue).VersioningConfiguration.Status),
        var type when BucketProps.ResourceTypes.Contains(type) => BucketProps.From(resource.InputsValue).Versioning.Enabled,
        _ => false,
    };

    private static bool IsVersioning(PolicyResource resource) =>
        BucketVersioningProps.ResourceTypes.Contains(resource.Type) || BucketVersioningV2Props.ResourceTypes.Contains(resource.Type);

    private static Known<string> NameIn(PolicyResource versioning) => BucketVersioningProps.From(versioning.InputsValue).Bucket;

    private static Known<bool?> Status(PolicyResource resource) =>
        Is(Enabled, BucketVersioningProps.From(resource.InputsValue).VersioningConfiguration.Status);

    private static Known<bool?> Is(string word, Known<string> known) => known.IsUnknown ? Known<bool?>.Unknown : known.Value == word;
}
