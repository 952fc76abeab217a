using Infra.Governance;
using Infra.Hosting;
using Infra.Training;

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

    /// <summary>A stack with something of every kind that settings can declare, each with its options switched on.</summary>
    public static StackSettings Everything { get; } = new()
    {
        Team = "ml",
        Environment = "test",
        CostTagsActive = true,
        Dashboard = true,
        AccountBaseline = new() { Enabled = true, ActivateCostTags = true, ServiceMonitor = true, Emails = ["ml@example.com"] },
        Storage = new() { ArchiveDatasetsAfterDays = 180 },
        TrainingFamilies = new Dictionary<string, TrainingFamily> { ["ranking"] = Family },
        TrainingGuard = new() { Enabled = true, StopJobs = true, Emails = ["ml@example.com"] },
        MultiModelEndpoints = new Dictionary<string, MultiModelSettings> { ["markets"] = MultiModel },
        RealtimeEndpoints = new Dictionary<string, RealtimeSettings>
        {
            ["search"] = Realtime with { OfficeHours = OfficeHours },
            ["assistant"] = Realtime with { ScaleToZero = ScaleToZero },
        },
        AsyncEndpoints = new Dictionary<string, AsyncSettings> { ["reports"] = Async },
        ServerlessEndpoints = new Dictionary<string, ServerlessSettings> { ["pricing"] = Serverless },
        Budgets = new Dictionary<string, BudgetSettings>
        {
            ["total"] = Budget with { Topic = true, DenyAtPercent = 120, DenyRoles = ["data-scientist"], AnomalyUsd = 50 },
            ["training"] = Budget with { Category = CostCategory.Training },
        },
    };

    public static StackSettings Stack { get; } = new() { Team = "ml", Environment = "test" };
}
