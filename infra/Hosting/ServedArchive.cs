using Infra.Storage;
using Pulumi.Aws.Sagemaker;
using Pulumi.Aws.Sagemaker.Inputs;

namespace Infra.Hosting;

/// <summary>One model in one archive, <c>models/live/&lt;endpoint&gt;/model.tar.gz</c>, with the role it is served under.</summary>
/// <param name="Uri">The archive; SageMaker reads it when the endpoint is created, so it has to be there before.</param>
internal sealed record ServedArchive(Output<string> ModelName, Output<string> RoleArn, Output<string> Uri)
{
    private const string Archive = "model.tar.gz";

    public static ServedArchive For(
        string name, StackScope scope, BucketAccess bucket, HostingAccess access,
        IReadOnlyDictionary<string, string> environment, InputMap<string> tags, Resource parent)
    {
        var uri = bucket.Name.Apply(found => BucketLayout.Uri(found, access.ModelFolder + Archive));
        var role = HostingRole.For(name, scope, bucket, access, tags, parent);
        var model = new Model(name, new()
        {
            ExecutionRoleArn = role.Arn,
            PrimaryContainer = new ModelPrimaryContainerArgs
            {
                Image = access.Image,
                Mode = "SingleModel",
                ModelDataUrl = uri,
                Environment = environment.ToImmutableDictionary(),
            },
            Tags = tags,
        }, new() { Parent = parent, DependsOn = role.Ready });
        return new(model.Name, role.Arn, uri);
    }
}
