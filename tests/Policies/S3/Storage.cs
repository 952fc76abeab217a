using System.Collections.Immutable;
using ResourceViews.Aws.S3;

namespace Policies.Tests.S3;

/// <summary>A bucket and what other resources say about it.</summary>
internal static class Storage
{
    public static PolicyResource Bucket { get; } = Resource("data", new BucketProps { BucketName = "data-1a2b3c4" });

    public static PolicyResource Versioned { get; } = Of(Bucket, "data-versioning", new BucketVersioningProps
    {
        Bucket = Known<string>.Unknown,
        VersioningConfiguration = new() { Status = "Enabled" },
    });

    /// <summary>A configuration for the bucket, whose id is not known yet.</summary>
    public static PolicyResource Lifecycle(params BucketLifecycleConfigurationRuleProps[] rules) =>
        Of(Bucket, "data-lifecycle", new BucketLifecycleConfigurationProps { Bucket = Known<string>.Unknown, Rules = [.. rules] });

    public static BucketLifecycleConfigurationRuleProps Rule(string prefix) =>
        new() { Id = "rule", Status = "Enabled", Filter = new() { Prefix = prefix } };

    public static PolicyResource Resource<TView>(string name, TView view)
        where TView : struct, IResourceView<TView> => PolicyTest.Resource(TView.ResourceType, view.ToProperty().Members, name);

    /// <summary>A resource for a bucket, whose name it has from the bucket.</summary>
    public static PolicyResource Of<TView>(PolicyResource bucket, string name, TView view)
        where TView : struct, IResourceView<TView> => Resource(name, view) with
        {
            Dependencies = [bucket.Urn],
            PropertyDependencies = ImmutableDictionary<string, ImmutableArray<string>>.Empty.Add("bucket", [bucket.Urn]),
        };
}
