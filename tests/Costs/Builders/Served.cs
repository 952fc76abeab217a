using Costs.Plan;
using ResourceViews.Aws.Sagemaker;
using ResourceViews.Aws.Sfn;
using Variant = ResourceViews.Aws.Sagemaker.EndpointConfigurationProductionVariantProps;

namespace Costs.Tests.Builders;

/// <summary>Endpoints and launchers, as plans have them before a deployment.</summary>
internal static class Served
{
    /// <summary>An endpoint on instances with the variant "main", whose name a deployment makes up.</summary>
    public static PlannedResource[] OnInstances(string name, string type, int instances = 1) =>
        Endpoint(name, new() { VariantName = "main", ModelName = "model", InstanceType = type, InitialInstanceCount = instances });

    public static PlannedResource[] Serverless(string name, int memoryMb = 2048) => Endpoint(name, new()
    {
        VariantName = "main",
        ModelName = "model",
        ServerlessConfig = new() { MemorySizeInMb = memoryMb, MaxConcurrency = 5 },
    });

    public static PlannedResource[] Endpoint(string name, Variant variant) =>
    [
        Planned.Resource(name, new EndpointProps { Name = $"{name}-0123abc", EndpointConfigName = $"{name}-1" }),
        Planned.Resource(name, new EndpointConfigurationProps { Name = $"{name}-1", ProductionVariants = [variant] }),
    ];

    /// <summary>A launcher that trains on spot capacity, and on demand where there was none.</summary>
    public static PlannedResource Launcher(string name, string type, string prefix) => Planned.Resource(name, new StateMachineProps
    {
        Definition = $$"""
            {"StartAt": "TrainOnSpot", "States": {
              "TrainOnSpot": {{Train(type, $"{prefix}--spot-", spot: true)}},
              "TrainOnDemand": {{Train(type, $"{prefix}--full-", spot: false)}} } }
            """,
    });

    private static string Train(string type, string prefix, bool spot) => $$"""
        {"Type": "Task", "Resource": "arn:aws:states:::sagemaker:createTrainingJob.sync", "Parameters": {
          "TrainingJobName.$": "States.Format('{{prefix}}{}', States.UUID())",
          "ResourceConfig": {"InstanceType": "{{type}}", "InstanceCount": 1},
          "EnableManagedSpotTraining": {{(spot ? "true" : "false")}},
          "CheckpointConfig": {"S3Uri": "s3://artifacts/checkpoints/"},
          "StoppingCondition": {"MaxRuntimeInSeconds": 86400} } }
        """;
}
