using Aws = Pulumi.Aws;
using Native = Pulumi.AwsNative;

namespace Wasteful;

/// <summary>What the article paid $47,000 a month for: the largest GPUs for a small model, no spot, buckets that only grow.</summary>
internal static class WastefulStack
{
    public static void Deploy()
    {
        var role = new Aws.Iam.Role("worker", new()
        {
            AssumeRolePolicy = """
                {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"sts:AssumeRole","Principal":{"Service":["sagemaker.amazonaws.com","states.amazonaws.com"]}}]}
                """,
        });
        _ = new Aws.S3.Bucket("datasets");
        _ = new Native.S3.Bucket("models");
        _ = Job("classifier", role, "ml.p4d.24xlarge", spot: true, new() { ["model-parameters-billions"] = "0.35", ["training-mode"] = "full" });
        _ = Job("nightly", role, "ml.g5.2xlarge", spot: false, []);

        // The role is known only after deployment, and with it the whole text.
        _ = Launcher("launcher", role, Output.Create("arn:aws:iam::123456789012:role/worker"));
        _ = Launcher("undecided-launcher", role, role.Arn);
        _ = new Aws.Sagemaker.NotebookInstance("undecided", new() { RoleArn = role.Arn, InstanceType = role.UniqueId });
    }

    private static Aws.Sagemaker.TrainingJob Job(string name, Aws.Iam.Role role, string instanceType, bool spot, InputMap<string> tags) => new(name, new()
    {
        TrainingJobName = name,
        RoleArn = role.Arn,
        EnableManagedSpotTraining = spot,
        CheckpointConfig = new Aws.Sagemaker.Inputs.TrainingJobCheckpointConfigArgs { S3Uri = $"s3://wasteful/checkpoints/{name}/" },
        ResourceConfig = new Aws.Sagemaker.Inputs.TrainingJobResourceConfigArgs
        {
            InstanceType = instanceType,
            InstanceCount = 1,
            VolumeSizeInGb = 30,
        },
        StoppingCondition = new Aws.Sagemaker.Inputs.TrainingJobStoppingConditionArgs { MaxRuntimeInSeconds = 3600 },
        Tags = tags,
    });

    private static Aws.Sfn.StateMachine Launcher(string name, Aws.Iam.Role role, Output<string> trainingRole) => new(name, new()
    {
        RoleArn = role.Arn,
        Definition = Output.JsonSerialize(trainingRole.Apply(arn => new
        {
            StartAt = "Train",
            States = new Dictionary<string, object>
            {
                ["Train"] = new
                {
                    Type = "Task",
                    Resource = "arn:aws:states:::sagemaker:createTrainingJob.sync",
                    Parameters = new
                    {
                        RoleArn = arn,
                        EnableManagedSpotTraining = false,
                        ResourceConfig = new { InstanceType = "ml.p5.48xlarge", InstanceCount = 2 },
                    },
                    End = true,
                },
            },
        })),
    });
}
