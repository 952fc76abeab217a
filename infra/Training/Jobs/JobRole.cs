using Infra.Identity;
using Infra.Storage;
using Pulumi.Aws.Iam;

namespace Infra.Training.Jobs;

/// <summary>A role that containers of declared jobs run under.</summary>
/// <param name="Ready">What must exist before SageMaker may use the role: IAM grants with a delay, never in advance.</param>
internal sealed record JobRole(Output<string> Name, InputList<Resource> Ready)
{
    public static JobRole For(
        string name, StackScope scope, BucketAccess bucket, JobAccess access, InputMap<string> tags, Resource parent)
    {
        var child = new CustomResourceOptions { Parent = parent };
        var role = ServiceRole.For("sagemaker.amazonaws.com", name, scope, tags, parent);
        var policy = new RolePolicy(name, new()
        {
            Role = role.Name,
            Policy = Output.Tuple(bucket.Name, scope.Place).Apply(found => access.On(found.Item1, found.Item2).ToJson()),
        }, child);
        var keyPolicy = new RolePolicy($"{name}-key", new()
        {
            Role = role.Name,
            Policy = bucket.KeyArn.Apply(arn => CommonStatements.UseKey(arn).ToJson()),
        }, child);
        return new(role.Name, new() { policy, keyPolicy });
    }

    public Output<JobSite> Site(StackScope scope, BucketAccess bucket, ImmutableDictionary<string, string> tags) =>
        Output.Tuple(scope.Place, bucket.Name, bucket.KeyAliasArn, Name).Apply(found => new JobSite(
            found.Item1, found.Item2, found.Item3, found.Item1.RoleArn(found.Item4), tags));
}
