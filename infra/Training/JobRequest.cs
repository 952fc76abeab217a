using System.Text.Json.Nodes;
using Infra.Compute;

namespace Infra.Training;

/// <summary>
/// What the launcher asks SageMaker for: a CreateTrainingJob request in which everything that costs money is a constant.
/// Only the hyperparameters come from the execution.
/// </summary>
/// <remarks>https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_CreateTrainingJob.html</remarks>
internal static class JobRequest
{
    /// <summary>A job on spot capacity. The wait counts from creation and includes the run.</summary>
    public static JsonObject OnSpot(TrainingFamily family, TrainingSite site) => Request(
        family, site, site.Jobs.Spot, spot: true, new JsonObject
        {
            ["MaxRuntimeInSeconds"] = family.MaxRuntimeSeconds,
            ["MaxWaitTimeInSeconds"] = family.MaxWaitSeconds,
        });

    /// <summary>The same job at full price. It finds the checkpoints of the spot job, and SageMaker refuses a wait here.</summary>
    public static JsonObject OnDemand(TrainingFamily family, TrainingSite site) => Request(
        family, site, site.Jobs.OnDemand, spot: false, new JsonObject { ["MaxRuntimeInSeconds"] = family.MaxRuntimeSeconds });

    private static JsonObject Request(
        TrainingFamily family, TrainingSite site, string namePrefix, bool spot, JsonObject stoppingCondition)
    {
        var request = new JsonObject
        {
            ["TrainingJobName.$"] = $"States.Format('{namePrefix}{{}}', States.UUID())",
            ["RoleArn"] = spot ? site.SpotRoleArn : site.OnDemandRoleArn,
            ["AlgorithmSpecification"] = new JsonObject
            {
                ["TrainingImage"] = family.Image,
                ["TrainingInputMode"] = family.InputMode,
            },
            ["HyperParameters.$"] = "$.hyperParameters",
            ["InputDataConfig"] = Channels(family, site),
            ["OutputDataConfig"] = new JsonObject { ["S3OutputPath"] = site.OutputUri, ["KmsKeyId"] = site.KeyArn },
            ["ResourceConfig"] = Resources(family),
            ["EnableManagedSpotTraining"] = spot,
            ["CheckpointConfig"] = new JsonObject { ["S3Uri"] = site.CheckpointUri },
            ["StoppingCondition"] = stoppingCondition,
            ["Tags"] = Tags(site, spot),
        };
        if (family.Environment.Count > 0)
            request["Environment"] = DocumentText.Map(family.Environment);
        if (family.ProfilingIntervalMs is { } interval)
            request["ProfilerConfig"] = Profiler(interval, site);
        return request;
    }

    /// <summary>System metrics only. Profiling of the framework itself, which ProfilingParameters would ask for, is
    /// deprecated from PyTorch 2.0 and TensorFlow 2.11 on.</summary>
    private static JsonObject Profiler(int intervalMs, TrainingSite site) => new()
    {
        ["S3OutputPath"] = site.OutputUri,
        ["ProfilingIntervalInMilliseconds"] = intervalMs,
    };

    private static JsonArray Channels(TrainingFamily family, TrainingSite site) => new([.. family.FoldersByChannel(site.Family)
        .Select(channel => new JsonObject
        {
            ["ChannelName"] = channel.Key,
            ["DataSource"] = new JsonObject
            {
                ["S3DataSource"] = new JsonObject
                {
                    ["S3DataType"] = "S3Prefix",
                    ["S3Uri"] = site.DatasetUri(channel.Value),
                    ["S3DataDistributionType"] = "FullyReplicated",
                },
            },
        })]);

    private static JsonObject Resources(TrainingFamily family)
    {
        var resources = new JsonObject
        {
            ["InstanceType"] = family.InstanceType,
            ["InstanceCount"] = family.InstanceCount,
        };
        if (!InstanceType.Parse(family.InstanceType).HasLocalStorage)
            resources["VolumeSizeInGB"] = family.VolumeGb;
        return resources;
    }

    private static JsonArray Tags(TrainingSite site, bool spot) => new([.. site.Tags
        .Append(KeyValuePair.Create("capacity", spot ? "spot" : "on-demand"))
        .OrderBy(tag => tag.Key, StringComparer.Ordinal)
        .Select(tag => new JsonObject { ["Key"] = tag.Key, ["Value"] = tag.Value })]);
}
