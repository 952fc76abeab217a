using Policies.Workloads;
using static Policies.Workloads.Resources.ViewReading;
using Aws = ResourceViews.Aws.S3;
using Native = ResourceViews.AwsNative.S3;

namespace Policies.S3;

/// <summary>
/// Reads configurations of Intelligent-Tiering as rules that move objects to a tier: a bucket has them, is named and is joined alike.
/// </summary>
/// <remarks>https://docs.aws.amazon.com/AmazonS3/latest/userguide/intelligent-tiering-overview.html</remarks>
internal static class TieringRules
{
    /// <summary>The configuration that a resource is; null for every other resource.</summary>
    public static StackLifecycle? From(PolicyResource resource)
    {
        if (!Aws.BucketIntelligentTieringConfigurationProps.ResourceTypes.Contains(resource.Type))
        {
            return null;
        }

        var config = Aws.BucketIntelligentTieringConfigurationProps.From(
            resource.Inputs.Encoded.IsEmpty ? resource.OutputsValue : resource.InputsValue);
        var (bucket, status) = (Setting(config.Bucket), Setting(config.Status));
        var rule = new LifecycleRule(
            status.Known is { IsKnown: true, Value: null } ? new(status.Path, true) : StackBucket.IsEnabled(status),
            new()
            {
                Path = PropertyPath.Root,
                Id = Setting(config.Name),
                Prefix = Setting(config.Filter.Prefix),
                IsNarrowed = !config.Filter.Tags.IsMissing,
                Transitions = [.. Each(config.Tierings, (tier, at) => new Transition(Setting(tier.Days, at), Setting(tier.AccessTier, at)))],
            });
        return new(
            resource,
            bucket,
            resource.PropertyDependencies.GetValueOrDefault(bucket.Path.ToString(), []),
            new(PathOf(config.Tierings), IsUnknown: false, [rule]));
    }

    /// <summary>The configurations that a bucket of <c>aws-native</c> carries itself; none of every other bucket.</summary>
    public static LifecycleRules In(StackBucket bucket)
    {
        if (!Native.BucketProps.ResourceTypes.Contains(bucket.Resource.Type))
        {
            return new(PropertyPath.Root, IsUnknown: false, []);
        }

        var props = Native.BucketProps.From(bucket.Resource.InputsValue);
        return new(
            PathOf(props.IntelligentTieringConfigurations),
            IsUnknown: false,
            [.. Each(props.IntelligentTieringConfigurations, (tiering, at) => new LifecycleRule(StackBucket.IsEnabled(Setting(tiering.Status, at)), new()
            {
                Path = at,
                Id = Setting(tiering.Id, at),
                Prefix = Setting(tiering.Prefix, at),
                IsNarrowed = !tiering.TagFilters.IsMissing,
                Transitions =
                    [.. Each(tiering.Tierings, (tier, to) => new Transition(Setting(tier.Days, to), Setting(tier.AccessTier, to)), at)],
            }))]);
    }
}
