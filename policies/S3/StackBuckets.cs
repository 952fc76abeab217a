using Policies.Workloads;
using Policies.Workloads.Resources;
using Aws = ResourceViews.Aws.S3;
using Native = ResourceViews.AwsNative.S3;

namespace Policies.S3;

/// <summary>A bucket of the stack.</summary>
/// <param name="Resource">The resource.</param>
/// <param name="Name">Its name; unknown in a preview where the name is made of other resources' outputs.</param>
/// <param name="Inline">The rules it carries itself.</param>
/// <param name="Versioning">Whether its own properties have it keep what is overwritten or deleted.</param>
internal sealed record StackBucket(PolicyResource Resource, Known<string> Name, LifecycleRules Inline, Setting<bool?> Versioning)
{
    private const string Enabled = "Enabled";

    /// <summary>The bucket that a resource is; null for every other resource.</summary>
    public static StackBucket? From(PolicyResource resource) => resource.Type switch
    {
        var type when type == Aws.BucketV2Props.ResourceType => new(
            resource,
            Either(In<Aws.BucketV2Props>(resource).Bucket, Out<Aws.BucketV2Props>(resource).Bucket),
            Rules<Aws.BucketV2Props>(resource, LifecycleRules.Of),
            VersioningIn(In<Aws.BucketV2Props>(resource))),
        var type when Aws.BucketProps.ResourceTypes.Contains(type) => new(
            resource,
            Either(In<Aws.BucketProps>(resource).BucketName, Out<Aws.BucketProps>(resource).BucketName),
            Rules<Aws.BucketProps>(resource, LifecycleRules.Of),
            VersioningIn(In<Aws.BucketProps>(resource))),
        var type when Native.BucketProps.ResourceTypes.Contains(type) => new(
            resource,
            Either(In<Native.BucketProps>(resource).BucketName, Out<Native.BucketProps>(resource).BucketName),
            Rules<Native.BucketProps>(resource, LifecycleRules.Of),
            VersioningIn(In<Native.BucketProps>(resource))),
        _ => null,
    };

    /// <summary>Whether a status is the word for it.</summary>
    public static Setting<bool?> IsEnabled(Setting<string> status) =>
        new(status.Path, status.Known.IsUnknown ? Known<bool?>.Unknown : status.Known.Value == Enabled);

    private static Setting<bool?> VersioningIn(Aws.BucketProps bucket) => ViewReading.Setting(bucket.Versioning.Enabled);

    /// <summary>The older type has a list where there can be only one.</summary>
    private static Setting<bool?> VersioningIn(Aws.BucketV2Props bucket)
    {
        var versioning = bucket.Versionings[0];
        return ViewReading.Setting(versioning.Enabled, ViewReading.PathOf(bucket.Versionings).Element(0));
    }

    private static Setting<bool?> VersioningIn(Native.BucketProps bucket) =>
        IsEnabled(ViewReading.Setting(bucket.VersioningConfiguration.Status));

    private static TView In<TView>(PolicyResource resource)
        where TView : struct, IResourceView<TView> => TView.From(resource.InputsValue);

    private static TView Out<TView>(PolicyResource resource)
        where TView : struct, IResourceView<TView> => TView.From(resource.OutputsValue);

    private static Known<string> Either(Known<string> input, Known<string> output) =>
        input.IsSet ? input : output.IsSet ? output : Known<string>.Unknown;

    /// <summary>
    /// The rules that the program asked for. The same property is an output, which every preview shows as unknown: where only the
    /// outputs are there, unknown means that the bucket carries none.
    /// </summary>
    private static LifecycleRules Rules<TView>(PolicyResource resource, Func<TView, LifecycleRules> read)
        where TView : struct, IResourceView<TView> =>
        resource.Inputs.Encoded.IsEmpty ? read(Out<TView>(resource)).UnknownIsAbsent() : read(In<TView>(resource));
}

/// <summary>A lifecycle configuration of the stack, a resource of its own.</summary>
/// <param name="Resource">The resource.</param>
/// <param name="Bucket">The name of the bucket it is for.</param>
/// <param name="BucketSources">URNs of the resources that the name came from.</param>
/// <param name="Rules">Its rules.</param>
internal sealed record StackLifecycle(
    PolicyResource Resource, Setting<string> Bucket, ImmutableArray<string> BucketSources, LifecycleRules Rules)
{
    /// <summary>The configuration that a resource is; null for every other resource.</summary>
    public static StackLifecycle? From(PolicyResource resource)
    {
        if (resource.Type == Aws.BucketLifecycleConfigurationV2Props.ResourceType)
        {
            var config = Aws.BucketLifecycleConfigurationV2Props.From(Properties(resource));
            return From(resource, ViewReading.Setting(config.Bucket), LifecycleRules.Of(config));
        }

        if (Aws.BucketLifecycleConfigurationProps.ResourceTypes.Contains(resource.Type))
        {
            var config = Aws.BucketLifecycleConfigurationProps.From(Properties(resource));
            return From(resource, ViewReading.Setting(config.Bucket), LifecycleRules.Of(config));
        }

        return null;
    }

    private static StackLifecycle From(PolicyResource resource, Setting<string> bucket, LifecycleRules rules) => new(
        resource, bucket, resource.PropertyDependencies.GetValueOrDefault(bucket.Path.ToString(), []), rules);

    private static PropertyValue Properties(PolicyResource resource) =>
        resource.Inputs.Encoded.IsEmpty ? resource.OutputsValue : resource.InputsValue;
}
