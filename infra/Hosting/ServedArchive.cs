using Infra.Hosting.Samples;
using Infra.Storage;
using Pulumi.Aws.Sagemaker;
using Pulumi.Aws.Sagemaker.Inputs;

namespace Infra.Hosting;

/// <summary>One model in one archive, <c>models/live/&lt;endpoint&gt;/model.tar.gz</c>, with the role it is served under.</summary>
/// <param name="Uri">The archive; SageMaker reads it when the endpoint is created, so it has to be there before.</param>
internal sealed record ServedArchive(Output<string> ModelName, Output<string> RoleArn, Output<string> Uri)
{
    public static ServedArchive For(
        string name, StackScope scope, BucketAccess bucket, HostingAccess access,
        IReadOnlyDictionary<string, string> environment, bool sample, InputMap<string> tags, Resource parent)
    {
        var files = ServedFiles.OfOne(name);
        var uri = bucket.Name.Apply(found => BucketLayout.Uri(found, files.Models[0]));
        var role = HostingRole.For(name, scope, bucket, access, tags, parent);
        var samples = sample ? SampleArchives.Upload(files, bucket, tags, parent) : [];
        var model = new Model(name, new()
        {
            ExecutionRoleArn = role.Arn,
            PrimaryContainer = new ModelPrimaryContainerArgs
            {
                Image = access.Image,
                Mode = "SingleModel",
                ModelDataUrl = uri,
                Environment = ScikitLearn.Environment(access.Image, ScikitLearn.CodeInModel, environment),
            },
            Tags = tags,
        }, new() { Parent = parent, DependsOn = role.Ready.Concat(samples) });
        return new(model.Name, role.Arn, uri);
    }
}
