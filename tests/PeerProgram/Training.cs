using Pulumi.Aws.CloudWatch;
using Pulumi.Aws.Iam;
using Pulumi.Aws.S3;
using Pulumi.Aws.S3.Inputs;
using Pulumi.Aws.Sagemaker;
using Pulumi.Aws.Sagemaker.Inputs;
using Pulumi.Aws.Ssm;

namespace PeerProgram;

internal sealed class Training : ComponentResource
{
    private const string Trust =
        """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"sts:AssumeRole","Principal":{"Service":"sagemaker.amazonaws.com"}}]}""";

    public Training(string name, Output<string> token)
        : base("interop:ml:Training", name)
    {
        var child = new CustomResourceOptions { Parent = this };
        var role = new Role($"{name}-role", new() { AssumeRolePolicy = Trust, Tags = InteropStack.Tags }, child);
        var bucket = new Bucket(
            $"{name}-data", new() { ForceDestroy = true, Tags = InteropStack.Tags }, new() { Parent = this, Protect = true });
        _ = new BucketLifecycleConfiguration($"{name}-lifecycle", new()
        {
            Bucket = bucket.Id,
            Rules =
            {
                new BucketLifecycleConfigurationRuleArgs
                {
                    Id = "checkpoints",
                    Status = "Enabled",
                    Filter = new BucketLifecycleConfigurationRuleFilterArgs { Prefix = "checkpoints/" },
                    Expiration = new BucketLifecycleConfigurationRuleExpirationArgs { Days = 30 },
                },
                new BucketLifecycleConfigurationRuleArgs
                {
                    Id = "uploads",
                    Status = "Enabled",
                    Filter = new BucketLifecycleConfigurationRuleFilterArgs { Prefix = "" },
                    AbortIncompleteMultipartUpload = new BucketLifecycleConfigurationRuleAbortIncompleteMultipartUploadArgs { DaysAfterInitiation = 7 },
                },
            },
        }, child);
        _ = new LogGroup($"{name}-logs", new() { RetentionInDays = 30, Tags = InteropStack.Tags }, new()
        {
            Parent = this,
            DependsOn = { role },
            IgnoreChanges = { "tags" },
            RetainOnDelete = true,
            DeleteBeforeReplace = true,
            CustomTimeouts = new() { Create = TimeSpan.FromMinutes(5) },
            AdditionalSecretOutputs = { "arn" },
        });
        _ = new Parameter($"{name}-token", new()
        {
            Type = ParameterType.SecureString,
            Value = token,
            Description = Output.Format($"For what is in {bucket.BucketName}."),
            Tags = InteropStack.Tags,
        }, child);
        var model = new Model($"{name}-model", new()
        {
            ExecutionRoleArn = role.Arn,
            PrimaryContainer = new ModelPrimaryContainerArgs
            {
                Image = Output.Format($"{role.Arn}/image"),
                ModelDataUrl = Output.Format($"s3://{bucket.Id}/models/live/"),
            },
            Tags = InteropStack.Tags,
        }, child);
        _ = new EndpointConfiguration($"{name}-variants", new()
        {
            ProductionVariants =
            {
                new EndpointConfigurationProductionVariantArgs
                {
                    VariantName = "blue",
                    ModelName = model.Name,
                    InstanceType = "ml.m5.large",
                    InitialInstanceCount = 1,
                    InitialVariantWeight = 0.5,
                },
                new EndpointConfigurationProductionVariantArgs
                {
                    VariantName = "green",
                    ModelName = model.Name,
                    ServerlessConfig = new EndpointConfigurationProductionVariantServerlessConfigArgs { MaxConcurrency = 5, MemorySizeInMb = 2048 },
                },
            },
            Tags = InteropStack.Tags,
        }, child);
        (RoleArn, BucketName) = (role.Arn, bucket.Id);
        RegisterOutputs(new Dictionary<string, object?> { ["bucketName"] = BucketName });
    }

    public Output<string> RoleArn { get; }

    public Output<string> BucketName { get; }
}
