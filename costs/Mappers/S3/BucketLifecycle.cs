using Costs.Plan;
using ResourceViews.Aws.S3;
using Native = ResourceViews.AwsNative.S3;

namespace Costs.Mappers.S3;

/// <summary>All that a plan says of how long things stay in a bucket, from the bucket itself and the resources beside it.</summary>
internal sealed record BucketLifecycle
{
    private const string Enabled = "Enabled";

    /// <summary>How resources beside a bucket name it. BucketV2 and its companions are the same AWS resources by older names.</summary>
    private static readonly ImmutableDictionary<string, string> Buckets = new Dictionary<string, string>
    {
        ["aws:s3/bucket:Bucket"] = "bucket",
        ["aws:s3/bucketV2:BucketV2"] = "bucket",
        ["aws-native:s3:Bucket"] = "bucketName",
    }.ToImmutableDictionary();

    private static readonly Reference Configurations =
        Beside(BucketLifecycleConfigurationProps.ResourceTypes, BucketLifecycleConfigurationV2Props.ResourceTypes);

    private static readonly Reference Versionings = Beside(BucketVersioningProps.ResourceTypes, BucketVersioningV2Props.ResourceTypes);

    public required ImmutableArray<LifecycleRule> Rules { get; init; }

    public required bool IsVersioned { get; init; }

    /// <summary>Whether small objects are moved too, where a rule has no size filter: the older default.</summary>
    public required bool MovesSmallObjects { get; init; }

    /// <summary>A property that decides and is not known before deployment; null where all are.</summary>
    public string? NotKnown => Rules.FirstOrDefault(rule => rule.NotKnown is not null)?.NotKnown;

    /// <summary>The references it follows, for tests.</summary>
    internal static ImmutableArray<Reference> References { get; } = [Configurations, Versionings];

    public static BucketLifecycle Of(PlannedResource bucket, PlanIndex plan)
    {
        var inputs = PropertyValue.FromMap(bucket.Inputs);
        ImmutableArray<BucketLifecycleConfigurationProps> beside =
        [
            .. plan.Sources(bucket, Configurations)
                .Select(resource => BucketLifecycleConfigurationProps.From(PropertyValue.FromMap(resource.Inputs))),
        ];
        var native = Native.BucketProps.From(inputs);
        return new()
        {
            Rules = [.. Inside(bucket.Type, inputs), .. beside.SelectMany(BucketRules.Of)],
            IsVersioned = IsVersionedInside(bucket.Type, inputs) || plan.Sources(bucket, Versionings).Any(IsEnabled),
            MovesSmallObjects = beside.Select(configuration => configuration.TransitionDefaultMinimumObjectSize)
                .Append(native.LifecycleConfiguration.TransitionDefaultMinimumObjectSize)
                .Any(size => size.Value == "varies_by_storage_class"),
        };
    }

    private static IEnumerable<LifecycleRule> Inside(string type, PropertyValue inputs) =>
        type == Native.BucketProps.ResourceTypes[0] ? BucketRules.Of(Native.BucketProps.From(inputs))
        : BucketV2Props.ResourceTypes.Contains(type) && !BucketProps.ResourceTypes.Contains(type)
            ? BucketRules.Of(BucketV2Props.From(inputs))
        : BucketRules.Of(BucketProps.From(inputs));

    private static bool IsVersionedInside(string type, PropertyValue inputs) => type == Native.BucketProps.ResourceTypes[0]
        ? Native.BucketProps.From(inputs).VersioningConfiguration.Status.Value == Enabled
        : BucketProps.From(inputs).Versioning.Enabled.Value == true;

    private static bool IsEnabled(PlannedResource versioning) =>
        BucketVersioningProps.From(PropertyValue.FromMap(versioning.Inputs)).VersioningConfiguration.Status.Value == Enabled;

    private static Reference Beside(params ReadOnlySpan<IReadOnlyList<string>> types)
    {
        var from = ImmutableDictionary.CreateBuilder<string, string>();
        foreach (var group in types)
        {
            foreach (var type in group)
            {
                from[type] = "bucket";
            }
        }

        return new(from.ToImmutable(), Buckets);
    }
}
