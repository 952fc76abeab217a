using Aws = Pulumi.Aws;
using Native = Pulumi.AwsNative;

namespace Options;

/// <summary>A stack that uses whatever infra/ does not: each resource is there for one option or one kind of value.</summary>
internal static class EveryOption
{
    public static IDictionary<string, object?> Deploy()
    {
        var token = new Config().RequireSecret("token");
        var ireland = new Aws.Provider("ireland", new()
        {
            Region = "eu-west-1",
            DefaultTags = new Aws.Inputs.ProviderDefaultTagsArgs { Tags = { ["team"] = "ml-platform" } },
        });
        var identity = Aws.GetCallerIdentity.Invoke();

        var secret = new Aws.Ssm.Parameter("secret", new() { Type = "SecureString", Value = token });
        var secretInside = new Aws.Lambda.Function("secret-inside", new()
        {
            Role = Output.Format($"arn:aws:iam::{identity.Apply(found => found.AccountId)}:role/worker"),
            PackageType = "Image",
            ImageUri = "123456789012.dkr.ecr.us-east-1.amazonaws.com/worker:1",
            Environment = new Aws.Lambda.Inputs.FunctionEnvironmentArgs { Variables = { ["TOKEN"] = token, ["SECRET_ARN"] = secret.Arn } },
        });
        var secretOutput = new Aws.Sns.Topic("secret-output", new() { DisplayName = "Alarms" }, new() { AdditionalSecretOutputs = { "arn" } });

        var topic = new Aws.Sns.Topic("protected", new(), new() { Protect = true, RetainOnDelete = true, IgnoreChanges = { "tags" } });
        _ = new Aws.Sns.TopicSubscription(
            "dependent",
            new() { Topic = topic.Arn, Protocol = "email", Endpoint = "ml-platform@example.com" },
            new()
            {
                DeletedWith = topic,
                DependsOn = { secret, secretOutput },
                DeleteBeforeReplace = true,
                ReplaceOnChanges = { "endpoint" },
                CustomTimeouts = new() { Create = TimeSpan.FromMinutes(5), Delete = TimeSpan.FromSeconds(90) },
            });
        _ = new Aws.CloudWatch.LogGroup("aliased", new() { RetentionInDays = 7 }, new() { Aliases = { new Alias { Name = "former" } } });
        _ = new Aws.S3.BucketObjectv2(
            "uploaded", new() { Bucket = "options-elsewhere", Key = "readme.txt", Source = new StringAsset("Read me.") });

        var abroad = new Group("abroad", new() { Providers = { ireland } });
        var unknown = new Aws.Provider("unknown", new() { Region = topic.Arn.Apply(arn => arn.Split(':')[3]) });
        _ = new Aws.Sns.Topic("unconfigured", new(), new() { Provider = unknown });

        var native = new Native.S3.Bucket("native", new()
        {
            LifecycleConfiguration = new Native.S3.Inputs.BucketLifecycleConfigurationArgs
            {
                Rules = { new Native.S3.Inputs.BucketRuleArgs { Status = Native.S3.BucketRuleStatus.Enabled, ExpirationInDays = 30 } },
            },
        });

        return new Dictionary<string, object?>
        {
            ["account"] = identity.Apply(found => found.AccountId),
            ["token"] = token,
            ["secretArn"] = secretOutput.Arn,
            ["function"] = secretInside.Arn,
            ["nested"] = new Dictionary<string, object?> { ["native"] = native.Arn, ["abroad"] = abroad.TopicName },
        };
    }
}
