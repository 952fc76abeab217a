using Infra.Identity;
using Infra.Storage;
using Pulumi.Aws.Iam;

namespace Infra.Development;

/// <summary>A role that people's notebooks run under, with what all of them may do.</summary>
internal static class DevelopmentRole
{
    public static Role For(
        string name, string logGroups, StackScope scope, BucketAccess bucket, InputMap<string> tags, Resource parent)
    {
        var child = new CustomResourceOptions { Parent = parent };
        var role = ServiceRole.For("sagemaker.amazonaws.com", name, scope, tags, parent);
        _ = new RolePolicy(name, new()
        {
            Role = role.Name,
            Policy = Output.Tuple(bucket.Name, scope.Place)
                .Apply(found => DevelopmentAccess.On(found.Item1, logGroups, found.Item2).ToJson()),
        }, child);
        _ = new RolePolicy($"{name}-key", new()
        {
            Role = role.Name,
            Policy = bucket.KeyArn.Apply(arn => CommonStatements.UseKey(arn).ToJson()),
        }, child);
        return role;
    }
}
