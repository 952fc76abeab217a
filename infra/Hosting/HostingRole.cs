using Infra.Identity;
using Infra.Storage;
using Pulumi.Aws.Iam;

namespace Infra.Hosting;

/// <summary>The role that the containers of one endpoint run under.</summary>
/// <param name="Ready">What must exist before SageMaker may use the role: IAM grants with a delay, never in advance.</param>
/// <remarks>
/// A changed policy is added before the old one is taken away, which comes last. Until the endpoint has moved to its new
/// model, and for good where it cannot, its instances load the old one under the old policy.
/// </remarks>
internal sealed record HostingRole(Output<string> Arn, InputList<Resource> Ready)
{
    public static HostingRole For(
        string name, StackScope scope, BucketAccess bucket, HostingAccess access, InputMap<string> tags, Resource parent)
    {
        var child = new CustomResourceOptions { Parent = parent };
        var permission = new CustomResourceOptions { Parent = parent, ReplaceOnChanges = { "policy" } };
        var role = ServiceRole.For("sagemaker.amazonaws.com", $"{name}-hosting", scope, tags, parent);
        var policy = new RolePolicy($"{name}-hosting", new()
        {
            Role = role.Name,
            Policy = Output.Tuple(bucket.Name, scope.Place).Apply(found => access.On(found.Item1, found.Item2).ToJson()),
        }, permission);
        var keyPolicy = new RolePolicy($"{name}-hosting-key", new()
        {
            Role = role.Name,
            Policy = bucket.KeyArn.Apply(arn => CommonStatements.UseKey(arn).ToJson()),
        }, permission);
        return new(role.Arn, new() { policy, keyPolicy });
    }
}
