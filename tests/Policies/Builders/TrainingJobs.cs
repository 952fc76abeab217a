using ResourceViews.Aws.Sagemaker;

namespace Policies.Tests.Builders;

/// <summary>A training job that every policy accepts, for tests to spoil.</summary>
internal static class TrainingJobs
{
    public static TrainingJobProps Spot { get; } = new()
    {
        EnableManagedSpotTraining = true,
        CheckpointConfig = new() { S3Uri = StateMachines.Checkpoints },
        ResourceConfig = new() { InstanceType = "ml.g5.xlarge", InstanceCount = 1 },
        StoppingCondition = new() { MaxRuntimeInSeconds = 7200, MaxWaitTimeInSeconds = 14400 },
    };

    public static TrainingJobProps OnDemand { get; } = Spot with
    {
        EnableManagedSpotTraining = false,
        StoppingCondition = new() { MaxRuntimeInSeconds = 7200 },
    };

    public static TrainingJobProps Serverless { get; } = OnDemand with
    {
        ServerlessJobConfig = TrainingJobServerlessJobConfigProps.From(PropertyValue.Of(PropertyMap.Of(("jobType", "FineTuning")))),
    };

    public static TrainingJobProps Limits(Known<int?> runtime, Known<int?> wait, Known<bool?>? spot = null) => Spot with
    {
        EnableManagedSpotTraining = spot ?? true,
        StoppingCondition = new() { MaxRuntimeInSeconds = runtime, MaxWaitTimeInSeconds = wait },
    };
}
