using Infra.Identity;
using Infra.Storage;
using Pulumi.Aws.Iam;

namespace Infra.Training;

/// <summary>A role that jobs of one family run under.</summary>
internal sealed record TrainingRole(string LogicalName, Role Role)
{
    public static TrainingRole For(string logicalName, StackScope scope, InputMap<string> tags, Resource parent) => new(
        logicalName, ServiceRole.For("sagemaker.amazonaws.com", logicalName, scope, tags, parent));

    /// <summary>Gives the role what a job needs.</summary>
    /// <returns>What must exist before SageMaker may use the role: IAM grants with a delay, never in advance.</returns>
    public IReadOnlyList<Resource> Allow(TrainingFamily family, Output<TrainingSite> site, BucketAccess bucket, Resource parent)
    {
        var child = new CustomResourceOptions { Parent = parent };
        return
        [
            new RolePolicy(LogicalName, new()
            {
                Role = Role.Name,
                Policy = site.Apply(found => TrainingAccess.For(family, found).ToJson()),
            }, child),
            new RolePolicy($"{LogicalName}-key", new()
            {
                Role = Role.Name,
                Policy = bucket.KeyArn.Apply(arn => CommonStatements.UseKey(arn).ToJson()),
            }, child),
        ];
    }
}
