using Policies.Workloads;
using Policies.Workloads.Resources;
using ResourceViews.Aws.S3;

namespace Policies.S3;

/// <summary>What the models of a stack load, found by the bucket in which it may lie.</summary>
/// <remarks>
/// An address is often not known in a preview, but Pulumi knows which resources it came from: the bucket itself, or an object in it.
/// Where no bucket is behind it, it may lead anywhere.
/// </remarks>
internal sealed class ModelData
{
    /// <summary>Older programs upload with another type, which has the same properties.</summary>
    private static readonly string[] ObjectTypes = [.. BucketObjectv2Props.ResourceTypes, "aws:s3/bucketObject:BucketObject"];

    private readonly ILookup<string, LoadedModel> byName;
    private readonly ILookup<string, LoadedModel> unknownByBucket;
    private readonly ImmutableArray<LoadedModel> fromAnywhere;

    public ModelData(IReadOnlyList<PolicyResource> resources, IReadOnlyCollection<StackBucket> buckets)
    {
        LoadedModel[] all =
        [
            .. from resource in resources
               from location in ModelLocations.Of(resource)
               select new LoadedModel(resource, location),
        ];
        byName = all.Where(model => model.Location.Bucket is not null).ToLookup(model => model.Location.Bucket!);
        var bucketsBehind = BucketsBehind(resources, buckets);
        var unknown = all.Where(model => model.Location.Url.Known.IsUnknown)
            .Select(model => (Model: model, Buckets: SourcesOf(model).SelectMany(urn => bucketsBehind[urn]).Distinct().ToArray()))
            .ToArray();
        unknownByBucket = unknown
            .SelectMany(found => found.Buckets.Select(bucket => (Bucket: bucket, found.Model)))
            .ToLookup(pair => pair.Bucket, pair => pair.Model);
        fromAnywhere = [.. unknown.Where(found => found.Buckets.Length == 0).Select(found => found.Model)];
    }

    /// <summary>What is loaded from a bucket, or may be, since that is not known yet.</summary>
    public IEnumerable<LoadedModel> PerhapsIn(StackBucket bucket) =>
        [.. bucket.Name.IsSet ? byName[bucket.Name.Value!] : [], .. unknownByBucket[bucket.Resource.Urn], .. fromAnywhere];

    /// <summary>URNs of the buckets that a value may mean which came from a resource: a bucket, or an object in one.</summary>
    private static ILookup<string, string> BucketsBehind(IReadOnlyList<PolicyResource> resources, IReadOnlyCollection<StackBucket> buckets)
    {
        var urns = buckets.Select(bucket => bucket.Resource.Urn).ToHashSet();
        var byName = buckets.Where(bucket => bucket.Name.IsSet).ToLookup(bucket => bucket.Name.Value!, bucket => bucket.Resource.Urn);
        return urns.Select(urn => (Source: urn, Bucket: urn))
            .Concat(
                from stored in resources
                where ObjectTypes.Contains(stored.Type)
                let bucket = BucketOf(stored)
                from urn in bucket.Known.IsSet ? byName[bucket.Known.Value!] : SourcesOf(stored, bucket.Path).Where(urns.Contains)
                select (Source: stored.Urn, Bucket: urn))
            .ToLookup(pair => pair.Source, pair => pair.Bucket);
    }

    private static Setting<string> BucketOf(PolicyResource stored)
    {
        var view = BucketObjectv2Props.From(stored.InputsValue);
        return ViewReading.Setting(view.Bucket);
    }

    private static ImmutableArray<string> SourcesOf(LoadedModel model) => SourcesOf(model.Resource, model.Location.Url.Path);

    private static ImmutableArray<string> SourcesOf(PolicyResource resource, PropertyPath path) =>
        resource.PropertyDependencies.GetValueOrDefault(path.Input, []);
}

/// <summary>Something that a model or an inference component loads.</summary>
internal sealed record LoadedModel(PolicyResource Resource, ModelLocation Location);
