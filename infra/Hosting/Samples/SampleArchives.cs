using Infra.Storage;
using Pulumi.Aws.S3;

namespace Infra.Hosting.Samples;

/// <summary>
/// The sample model in the places of an endpoint's own, put there once: whatever is uploaded over it later stays.
/// </summary>
/// <remarks>
/// Nothing of the object is set but its content, and that is ignored in updates; so nothing that S3 says of another
/// upload ever counts as a change that would put the sample back. Removing the resource leaves the object, which may
/// long be a real model. S3 shows a new object to every reader at once, so an endpoint that is created after it finds it.
/// https://docs.aws.amazon.com/AmazonS3/latest/userguide/Welcome.html#ConsistencyModel
/// </remarks>
internal static class SampleArchives
{
    public static Resource[] Upload(ServedFiles files, BucketAccess bucket, InputMap<string> tags, Resource parent)
    {
        var options = new CustomResourceOptions
        {
            Parent = parent,
            // The bucket is encrypted and versioned before anything is in it.
            DependsOn = { bucket.Ready },
            IgnoreChanges = { "contentBase64" },
            RetainOnDelete = true,
        };
        BucketObjectv2 Put(string key, byte[] archive) => new(key, new()
        {
            Bucket = bucket.Name,
            Key = key,
            ContentBase64 = Convert.ToBase64String(archive),
            Tags = tags,
        }, options);

        var model = SampleModel.ModelArchive();
        IEnumerable<Resource> models = files.Models.Select(key => Put(key, model));
        return files.Code is { } code ? [.. models, Put(code, SampleModel.CodeArchive())] : [.. models];
    }
}
