using Costs.Plan;
using ResourceViews.Aws.AppAutoScaling;
using ResourceViews.Aws.Ec2;
using ResourceViews.Aws.S3;
using ResourceViews.Aws.Sagemaker;
using ResourceViews.AwsNative.SageMaker;
using AwsNotebook = ResourceViews.Aws.Sagemaker.NotebookInstanceProps;
using Config = ResourceViews.Aws.Sagemaker.EndpointConfigurationProps;
using Endpoint = ResourceViews.Aws.Sagemaker.EndpointProps;
using Rule = ResourceViews.Aws.S3.BucketLifecycleConfigurationRuleProps;
using Variant = ResourceViews.Aws.Sagemaker.EndpointConfigurationProductionVariantProps;

namespace Costs.Tests.Builders;

/// <summary>The month of reference-bill.json after its strategies, as resources and usage, and what is known of the time before.</summary>
internal static class ReferenceCompany
{
    public const string Region = "us-east-1";

    public const string Usage = """
        {
          "llm": {"runsPerMonth": 12, "hoursPerRun": 25, "fallbackPercent": 10},
          "tuned": {"runsPerMonth": 21, "hoursPerRun": 20},
          "lora": {"runsPerMonth": 14, "hoursPerRun": 20, "without": {"instanceType": "ml.g5.12xlarge"}},
          "small": {"runsPerMonth": 40, "hoursPerRun": 19.2, "without": {"instanceType": "ml.p4d.24xlarge", "hoursPerRun": 4}},
          "trials": {"runsPerMonth": 1, "hoursPerRun": 2},
          "prepare": {"runsPerMonth": 100, "hoursPerRun": 4},
          "lab*": {"hoursPerMonth": 176, "without": {"instanceType": "ml.g4dn.xlarge", "hoursPerMonth": 730, "volumeGb": 200}},
          "assistant*": {"averageInstances": [1,1,1,1,1,1,1,1,2,2,2,2,2,2,2,2,2,2,1,1,1,1,1,1]},
          "api": {"averageInstances": [1,1,1,1,1,1,2,2,3,3,4,4,4,4,3,3,3,3,2,2,2,2,1,1], "dataInGbPerMonth": 8000, "dataOutGbPerMonth": 4000},
          "many": {"without": {"instanceType": "ml.m5.xlarge", "endpoints": 16}},
          "vision": {"without": {"endpoints": 3}},
          "sweeper": {"runsPerMonth": 4, "without": {"instanceType": "ml.g4dn.xlarge", "endpoints": 4}},
          "sporadic*": {"requestsPerMonth": 40000, "secondsPerRequest": 0.5, "without": {"instanceType": "ml.c5.xlarge"}},
          "artifacts": {
            "putRequestsPerMonth": 20000000, "getRequestsPerMonth": 200000000,
            "prefixes": {
              "checkpoints/": {"ingestGbPerMonth": 15000, "without": {"keepMonths": 6}},
              "models/": {"ingestGbPerMonth": 5000, "keepMonths": 12, "objectMb": 1024},
              "datasets/": {"storedGb": 120000, "objectMb": 64, "frequentPercent": 40, "infrequentPercent": 25},
              "raw/": {"storedGb": 30000}
            }
          },
          "nat*": {"processedGbPerMonth": 1666.6666666667},
          "interface*": {"processedGbPerMonth": 1000},
          "s3": {"processedGbPerMonth": 36000},
          "stack": {"internetOutGbPerMonth": 20000, "otherRegionsGbPerMonth": 30000, "betweenZonesGbPerMonth": 20000}
        }
        """;

    public static IReadOnlyList<PlannedResource> Plan { get; } =
        [.. new[] { Training(), Hosting(), Storage(), Network() }.SelectMany(part => part).Select(resource => resource with { Region = Region })];

    private static IEnumerable<PlannedResource> Training() =>
    [
        Launcher("llm", "ml.p4d.24xlarge", hasFallback: true),
        Launcher("tuned", "ml.g5.12xlarge"),
        Launcher("lora", "ml.g5.2xlarge"),
        Launcher("small", "ml.g4dn.xlarge"),
        Planned.Resource("trials", new HyperParameterTuningJobProps
        {
            Config = new() { ResourceLimits = new() { MaxNumberOfTrainingJobs = 250 } },
            TrainingJobDefinition = new()
            {
                EnableManagedSpotTraining = true,
                ResourceConfig = new() { InstanceType = "ml.g5.2xlarge", InstanceCount = 1 },
            },
        }),
        Planned.Resource("prepare", new ProcessingJobProps
        {
            ProcessingResources = new() { ClusterConfig = new() { InstanceType = "ml.m5.4xlarge", InstanceCount = 1, VolumeSizeInGb = 500 } },
        }),
        .. Many("lab", 2, name => Planned.Resource(name, new AwsNotebook { InstanceType = "ml.t3.medium", VolumeSize = 50, LifecycleConfigName = "idle" })),
    ];

    private static IEnumerable<PlannedResource> Hosting() =>
    [
        .. Hosted("assistant1", "ml.g5.2xlarge", 1, 2),
        .. Hosted("assistant2", "ml.g5.2xlarge", 1, 2),
        .. Hosted("api", "ml.g5.xlarge", 1, 4),
        .. Hosted("many", "ml.m5.2xlarge", 2, 2, volumeGb: 60, isMultiModel: true),
        .. Hosted("vision", "ml.g4dn.xlarge", 1, 1, isMultiModel: true),
        Planned.Resource("sweeper", new ResourceViews.Aws.Sfn.StateMachineProps
        {
            Definition = """{"States": {"List": {"Type": "Task", "Resource": "arn:aws:states:::aws-sdk:sagemaker:listEndpoints"}}}""",
        }),
        .. Many("sporadic", 8, name => Planned.Resource(name, new Endpoint { EndpointConfigName = name })),
        .. Many("sporadic", 8, name => Planned.Resource(name, new Config
        {
            Name = name,
            ProductionVariants = [new() { ServerlessConfig = new() { MemorySizeInMb = 4096, MaxConcurrency = 5 } }],
        })),
    ];

    private static IEnumerable<PlannedResource> Storage() =>
    [
        Planned.Resource("artifacts", new BucketProps { BucketName = "artifacts" }),
        Planned.Resource("artifacts", new BucketLifecycleConfigurationProps
        {
            Bucket = "artifacts",
            Rules =
            [
                Rule("checkpoints/") with { Expiration = new() { Days = 30 } },
                Rule("models/") with { Transitions = [new() { Days = 90, StorageClass = "GLACIER" }] },
                Rule("datasets/") with { Transitions = [new() { Days = 0, StorageClass = "INTELLIGENT_TIERING" }] },
            ],
        }),
    ];

    private static IEnumerable<PlannedResource> Network() =>
    [
        .. Many("nat", 3, name => Planned.Resource(name, new NatGatewayProps())),
        Planned.Resource("s3", new VpcEndpointProps { VpcEndpointType = "Gateway" }),
        .. Many("interface", 4, name => Planned.Resource(name, new VpcEndpointProps { VpcEndpointType = "Interface", SubnetIds = ["a", "b", "c"] })),
    ];

    private static PlannedResource Launcher(string name, string type, bool hasFallback = false)
    {
        string Task(bool spot) => $$"""
            {"Type": "Task", "Resource": "arn:aws:states:::sagemaker:createTrainingJob.sync", "Parameters": {
              "ResourceConfig": {"InstanceType": "{{type}}", "InstanceCount": 1},
              "EnableManagedSpotTraining": {{(spot ? "true" : "false")}},
              "CheckpointConfig": {"S3Uri": "s3://artifacts/checkpoints/{{name}}/"} } }
            """;
        var states = hasFallback ? $"\"OnSpot\": {Task(spot: true)}, \"OnDemand\": {Task(spot: false)}" : $"\"OnSpot\": {Task(spot: true)}";
        return Planned.Resource(name, new ResourceViews.Aws.Sfn.StateMachineProps { Definition = $"{{\"States\": {{{states}}}}}" });
    }

    private static IEnumerable<PlannedResource> Hosted(string name, string type, int min, int max, int? volumeGb = null, bool isMultiModel = false)
    {
        var model = Planned.Resource(name, new ResourceViews.Aws.Sagemaker.ModelProps
        {
            PrimaryContainer = new() { Mode = isMultiModel ? "MultiModel" : "SingleModel" },
        });
        yield return model;
        yield return Planned.Resource(name, new Endpoint { Name = name, EndpointConfigName = name });
        yield return Planned.Resource(name, new Config
        {
            Name = name,
            ProductionVariants = [new Variant { VariantName = "main", InstanceType = type, InitialInstanceCount = min, VolumeSizeInGb = volumeGb }],
        }).From("productionVariants", model);
        if (max > min)
        {
            yield return Planned.Resource(name, new TargetProps
            {
                MinCapacity = min,
                MaxCapacity = max,
                ResourceId = $"endpoint/{name}/variant/main",
                ScalableDimension = "sagemaker:variant:DesiredInstanceCount",
            });
        }
    }

    private static Rule Rule(string prefix) => new() { Status = "Enabled", Filter = new() { Prefix = prefix } };

    private static IEnumerable<PlannedResource> Many(string name, int count, Func<string, PlannedResource> make) =>
        Enumerable.Range(1, count).Select(number => make($"{name}{number}"));
}
