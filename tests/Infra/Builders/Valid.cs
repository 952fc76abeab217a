using Infra.Governance;
using Infra.Hosting;
using Infra.Training;
using Infra.Training.Jobs;

namespace Infra.Tests.Builders;

/// <summary>The smallest valid settings of each kind, to change with <c>with</c>.</summary>
internal static class Valid
{
    public const string TrainingImage = "763104351884.dkr.ecr.us-east-1.amazonaws.com/pytorch-training:2.5.1";
    public const string ServingImage = "683313688378.dkr.ecr.us-east-1.amazonaws.com/sagemaker-scikit-learn:1.2-1-cpu-py3";

    public static AwsPlace Place { get; } = new("aws", "us-east-1", "123456789012");

    public static TrainingFamily Family { get; } = new()
    {
        Image = TrainingImage,
        InstanceType = "ml.g5.xlarge",
        MaxRuntimeMinutes = 60,
    };

    public static TrainingSite Site { get; } = new(
        Family: "ranking",
        JobNames.Of("test", "ranking"),
        Place,
        Bucket: "artifacts-1234567",
        KeyArn: "arn:aws:kms:us-east-1:123456789012:alias/artifacts",
        SpotRoleArn: "arn:aws:iam::123456789012:role/ranking-training-1234567",
        OnDemandRoleArn: "arn:aws:iam::123456789012:role/ranking-on-demand-1234567",
        Tags: new CostTags("ml", "test").For("SpotTraining", CostCategory.Training));

    public static TrainingJobSettings TrainingJob { get; } = new() { Family = "ranking" };

    public static TuningJobSettings TuningJob { get; } = new()
    {
        Family = "ranking",
        Ranges = new Dictionary<string, string> { ["learning_rate"] = "0.01 to 1, logarithmic" },
        Metric = "train:loss",
        MetricRegex = "train:loss=([0-9.]+);",
        MaxTrials = 10,
    };

    public static PipelineSettings Pipeline { get; } = new()
    {
        Steps = new Dictionary<string, PipelineStep>
        {
            ["prepare"] = new() { Processing = new() { Image = ServingImage, MaxRuntimeMinutes = 30 } },
            ["train"] = new() { After = ["prepare"], Training = new() { Family = "ranking" } },
        },
    };

    public static MultiModelSettings MultiModel { get; } = new()
    {
        Image = ServingImage,
        Models = new Dictionary<string, ServedModel> { ["france"] = new(), ["spain"] = new() },
    };

    public static RealtimeSettings Realtime { get; } = new() { Image = ServingImage };

    public static OfficeHours OfficeHours { get; } = new() { TimeZone = "Europe/Berlin", MinInstances = 2 };

    public static ScaleToZero ScaleToZero { get; } = new() { MemoryMbPerCopy = 4096 };

    public static AsyncSettings Async { get; } = new() { Image = ServingImage };

    public static ServerlessSettings Serverless { get; } = new() { Image = ServingImage };

    public static BudgetSettings Budget { get; } = new() { MonthlyUsd = 100, Emails = ["ml@example.com"] };

    /// <summary>A stack with the family that declared jobs name.</summary>
    public static StackSettings StackWithFamily(TrainingFamily? family = null) => Stack with
    {
        TrainingFamilies = new Dictionary<string, TrainingFamily> { ["ranking"] = family ?? Family },
    };

    public static StackSettings Stack { get; } = new() { Team = "ml", Environment = "test" };
}
