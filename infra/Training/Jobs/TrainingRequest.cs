using System.Text.Json.Nodes;
using Infra.Compute;
using Infra.Storage;

namespace Infra.Training.Jobs;

/// <summary>A training job as the SageMaker API takes it, but for its name, its checkpoints and its tags.</summary>
/// <remarks>https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_CreateTrainingJob.html</remarks>
internal static class TrainingRequest
{
    public static JsonObject Of(TrainingWork work, JobSite site)
    {
        var family = work.Family;
        var request = new JsonObject
        {
            ["AlgorithmSpecification"] = new JsonObject
            {
                ["TrainingImage"] = family.Image,
                ["TrainingInputMode"] = family.InputMode,
            },
            ["EnableManagedSpotTraining"] = family.Spot,
            ["HyperParameters"] = DocumentText.Map(work.HyperParametersIn(site.Bucket)),
            ["InputDataConfig"] = Channels(work, site),
            ["OutputDataConfig"] = new JsonObject
            {
                ["KmsKeyId"] = site.KeyArn,
                ["S3OutputPath"] = BucketLayout.Uri(site.Bucket, work.OutputFolder),
            },
            ["ResourceConfig"] = Resources(family),
            ["RoleArn"] = site.RoleArn,
            ["StoppingCondition"] = StoppingCondition(family),
        };
        if (family.Environment.Count > 0)
            request["Environment"] = DocumentText.Map(family.Environment);
        if (family.ProfilingIntervalMs is { } interval)
        {
            request["ProfilerConfig"] = new JsonObject
            {
                ["ProfilingIntervalInMilliseconds"] = interval,
                ["S3OutputPath"] = BucketLayout.Uri(site.Bucket, work.OutputFolder),
            };
        }

        return request;
    }

    public static JsonArray Tags(JobSite site) => new([.. site.Tags
        .OrderBy(tag => tag.Key, StringComparer.Ordinal)
        .Select(tag => new JsonObject { ["Key"] = tag.Key, ["Value"] = tag.Value })]);

    private static JsonArray Channels(TrainingWork work, JobSite site) => new([.. work.DatasetsByChannel
        .Select(channel => new JsonObject
        {
            ["ChannelName"] = channel.Key,
            ["DataSource"] = new JsonObject
            {
                ["S3DataSource"] = new JsonObject
                {
                    ["S3DataType"] = "S3Prefix",
                    ["S3Uri"] = BucketLayout.Uri(site.Bucket, channel.Value),
                    ["S3DataDistributionType"] = "FullyReplicated",
                },
            },
        })]);

    private static JsonObject Resources(TrainingFamily family)
    {
        var resources = new JsonObject
        {
            ["InstanceCount"] = family.InstanceCount,
            ["InstanceType"] = family.InstanceType,
        };
        if (!InstanceType.Parse(family.InstanceType).HasLocalStorage)
            resources["VolumeSizeInGB"] = family.VolumeGb;
        return resources;
    }

    /// <summary>Only a spot job waits; SageMaker refuses a wait of any other.</summary>
    private static JsonObject StoppingCondition(TrainingFamily family)
    {
        var condition = new JsonObject { ["MaxRuntimeInSeconds"] = family.MaxRuntimeSeconds };
        if (family.Spot)
            condition["MaxWaitTimeInSeconds"] = family.MaxWaitSeconds;
        return condition;
    }
}
