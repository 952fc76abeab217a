using Costs.Plan;
using ResourceViews.Aws.AppAutoScaling;
using ResourceViews.Aws.Budgets;
using ResourceViews.Aws.CloudWatch;
using ResourceViews.Aws.Iam;
using ResourceViews.Aws.Kms;
using ResourceViews.Aws.S3;
using ResourceViews.Aws.Sagemaker;
using ResourceViews.Aws.Sfn;
using Rule = ResourceViews.Aws.S3.BucketLifecycleConfigurationRuleProps;

namespace Costs.Tests.Builders;

/// <summary>A small company: a bucket with a lifecycle, a launcher, an autoscaled endpoint, a serverless one, a notebook.</summary>
internal static class Company
{
    public const string Usage = """
        {
          "artifacts": {
            "putRequestsPerMonth": 20000, "getRequestsPerMonth": 1000000,
            "prefixes": {
              "checkpoints/": {"ingestGbPerMonth": 100},
              "models/archive/": {"ingestGbPerMonth": 50, "keepMonths": 12, "objectMb": 1024},
              "datasets/": {"storedGb": 1000, "objectMb": 64, "frequentPercent": 40, "infrequentPercent": 25}
            }
          },
          "assistant": {"runsPerMonth": 12, "hoursPerRun": 25, "fallbackPercent": 10},
          "forecasts": {"averageInstances": 1.5, "dataInGbPerMonth": 80, "dataOutGbPerMonth": 40},
          "aws:cloudwatch/logGroup:LogGroup": {"ingestGbPerMonth": 2},
          "stack": {"internetOutGbPerMonth": 200}
        }
        """;

    public static IReadOnlyList<PlannedResource> Plan { get; } = [.. Storage(), .. Training(), .. Hosting(), .. Rest()];

    private static IEnumerable<PlannedResource> Storage()
    {
        var bucket = Planned.Resource("artifacts", new BucketProps { BucketName = "artifacts-1" });
        yield return bucket;
        yield return Planned.Resource("artifacts", new KeyProps());
        yield return Planned.Resource("artifacts", new BucketVersioningProps
        {
            Bucket = "artifacts-1",
            VersioningConfiguration = new() { Status = "Enabled" },
        });
        yield return Planned.Resource("artifacts", new BucketLifecycleConfigurationProps
        {
            Bucket = Known<string>.Unknown,
            Rules =
            [
                Rule("checkpoints/", noncurrentDays: 1) with { Expiration = new() { Days = 30 } },
                Rule("models/archive/", 30) with { Transitions = [new() { Days = 90, StorageClass = "GLACIER" }] },
                Rule("datasets/", 30) with { Transitions = [new() { Days = 0, StorageClass = "INTELLIGENT_TIERING" }] },
            ],
        }).From("bucket", bucket);
    }

    private static IEnumerable<PlannedResource> Training()
    {
        var assistant = Planned.Component("assistant");
        yield return assistant;
        yield return Planned.Resource("assistant-training", new RoleProps()).In(assistant);
        yield return Planned.Resource("assistant-launcher", new LogGroupProps { RetentionInDays = 30 }).In(assistant);
        yield return Planned.Resource("assistant-launcher", new StateMachineProps
        {
            Definition = $$"""
                {"StartAt": "TrainOnSpot", "States": {
                  "TrainOnSpot": {{Train(spot: true)}},
                  "TrainOnDemand": {{Train(spot: false)}},
                  "Trained": {"Type": "Succeed"} } }
                """,
        }).In(assistant);
    }

    private static IEnumerable<PlannedResource> Hosting()
    {
        var endpoint = Planned.Resource("forecasts", new EndpointProps { EndpointConfigName = "forecasts-1" });
        yield return Planned.Resource("forecasts", new ModelProps());
        yield return Planned.Resource("forecasts", new EndpointConfigurationProps
        {
            Name = "forecasts-1",
            ProductionVariants = [new() { VariantName = "main", InstanceType = "ml.m5.large", InitialInstanceCount = 2, VolumeSizeInGb = 60 }],
        });
        yield return endpoint;
        yield return Planned.Resource("forecasts", new TargetProps
        {
            MinCapacity = 1,
            MaxCapacity = 4,
            ResourceId = Known<string>.Unknown,
            ScalableDimension = "sagemaker:variant:DesiredInstanceCount",
        }).From("resourceId", endpoint);
        yield return Planned.Resource("pricing", new EndpointConfigurationProps
        {
            Name = "pricing-1",
            ProductionVariants = [new() { VariantName = "main", ServerlessConfig = new() { MemorySizeInMb = 2048, MaxConcurrency = 20 } }],
        });
        yield return Planned.Resource("pricing", new EndpointProps { EndpointConfigName = "pricing-1" });
    }

    private static IEnumerable<PlannedResource> Rest() =>
    [
        Planned.Resource("lab", new NotebookInstanceProps { InstanceType = "ml.m5.large", VolumeSize = 50 }),
        Planned.Resource("sagemaker", new BudgetProps()),
        Planned.Resource("reports", "aws:rds/instance:Instance"),
    ];

    private static string Train(bool spot) => $$"""
        {"Type": "Task", "Resource": "arn:aws:states:::sagemaker:createTrainingJob.sync", "Parameters": {
          "ResourceConfig": {"InstanceType": "ml.g5.xlarge", "InstanceCount": 1},
          "EnableManagedSpotTraining": {{(spot ? "true" : "false")}},
          "CheckpointConfig": {"S3Uri": "s3://artifacts-1/checkpoints/assistant/"},
          "StoppingCondition": {"MaxRuntimeInSeconds": 86400} } }
        """;

    private static Rule Rule(string prefix, int noncurrentDays) => new()
    {
        Status = "Enabled",
        Filter = new() { Prefix = prefix },
        NoncurrentVersionExpiration = new() { NoncurrentDays = noncurrentDays },
    };
}
