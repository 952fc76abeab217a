using System.Text.Json.Nodes;
using Infra.Storage;

namespace Infra.Training.Jobs;

/// <summary>The definition of a pipeline, in which everything that costs money is a constant: it has no parameters.</summary>
/// <remarks>https://aws-sagemaker-mlops.github.io/sagemaker-model-building-pipeline-definition-JSON-schema/</remarks>
internal static class PipelineDefinition
{
    private const string Processing = "/opt/ml/processing";

    public static JsonObject For(PipelinePlan plan, JobSite site) => new()
    {
        ["Version"] = "2020-12-01",
        ["Parameters"] = new JsonArray(),
        ["Steps"] = new JsonArray([.. StepOrder.Of(plan.Settings.Steps)!.Select(name => Step(name, plan, site))]),
    };

    private static JsonObject Step(string name, PipelinePlan plan, JobSite site)
    {
        var step = plan.Settings.Steps[name];
        var node = new JsonObject { ["Name"] = name };
        if (step.Training is { } training)
        {
            node["Type"] = "Training";
            node["Arguments"] = Training(name, training, plan, site);
        }
        else
        {
            node["Type"] = "Processing";
            node["Arguments"] = Process(step.Processing!, plan, site);
        }

        if (step.After.Count > 0)
            node["DependsOn"] = new JsonArray([.. step.After.Order(StringComparer.Ordinal).Select(earlier => JsonValue.Create(earlier))]);
        return node;
    }

    private static JsonObject Training(string name, TrainingStep step, PipelinePlan plan, JobSite site)
    {
        var work = plan.WorkOf(step);
        var request = TrainingRequest.Of(work, site);
        request["CheckpointConfig"] = new JsonObject
        {
            ["S3Uri"] = Joined(
                BucketLayout.Uri(site.Bucket, plan.CheckpointsOf(name)).TrimEnd('/'),
                new JsonObject { ["Get"] = "Execution.PipelineExecutionId" }),
        };
        request["Tags"] = TrainingRequest.Tags(site with { Tags = site.Tags.SetItem("capacity", work.Capacity) });
        return request;
    }

    private static JsonObject Process(ProcessingStep step, PipelinePlan plan, JobSite site)
    {
        var container = new JsonObject { ["ImageUri"] = step.Image };
        if (step.Script is { } script)
            container["ContainerEntrypoint"] = new JsonArray("python3", $"{Processing}/code/{script}");
        if (step.Arguments.Count > 0)
            container["ContainerArguments"] = new JsonArray([.. step.Arguments.Select(argument => JsonValue.Create(argument))]);

        var request = new JsonObject
        {
            ["AppSpecification"] = container,
            ["ProcessingInputs"] = new JsonArray([.. Inputs(step, plan).Select(input => Input(input.Name, input.Key, input.Path, site))]),
            ["ProcessingOutputConfig"] = new JsonObject
            {
                ["KmsKeyId"] = site.KeyArn,
                ["Outputs"] = new JsonArray([.. step.Outputs.Select(output => Output(output.Key, output.Value, site))]),
            },
            ["ProcessingResources"] = new JsonObject
            {
                ["ClusterConfig"] = new JsonObject
                {
                    ["InstanceCount"] = step.InstanceCount,
                    ["InstanceType"] = step.InstanceType,
                    ["VolumeSizeInGB"] = step.VolumeGb,
                },
            },
            ["RoleArn"] = site.RoleArn,
            ["StoppingCondition"] = new JsonObject { ["MaxRuntimeInSeconds"] = step.MaxRuntimeSeconds },
            ["Tags"] = TrainingRequest.Tags(site with { Tags = site.Tags.SetItem("capacity", "on-demand") }),
        };
        if (step.Environment.Count > 0)
            request["Environment"] = DocumentText.Map(step.Environment);
        return request;
    }

    private static IEnumerable<(string Name, string Key, string Path)> Inputs(ProcessingStep step, PipelinePlan plan)
    {
        if (step.Script is not null)
            yield return ("code", plan.CodeFolder, $"{Processing}/code");
        foreach (var (name, folder) in step.Inputs)
            yield return ($"input-{name}", BucketLayout.Dataset(folder), $"{Processing}/input/{name}");
    }

    private static JsonObject Input(string name, string key, string path, JobSite site) => new()
    {
        ["InputName"] = name,
        ["AppManaged"] = false,
        ["S3Input"] = new JsonObject
        {
            ["LocalPath"] = path,
            ["S3CompressionType"] = "None",
            ["S3DataDistributionType"] = "FullyReplicated",
            ["S3DataType"] = "S3Prefix",
            ["S3InputMode"] = "File",
            ["S3Uri"] = BucketLayout.Uri(site.Bucket, key),
        },
    };

    private static JsonObject Output(string name, string folder, JobSite site) => new()
    {
        ["OutputName"] = name,
        ["AppManaged"] = false,
        ["S3Output"] = new JsonObject
        {
            ["LocalPath"] = $"{Processing}/output/{name}",
            ["S3UploadMode"] = "EndOfJob",
            ["S3Uri"] = BucketLayout.Uri(site.Bucket, BucketLayout.Dataset(folder)),
        },
    };

    private static JsonObject Joined(string folder, JsonNode name) => new()
    {
        ["Std:Join"] = new JsonObject { ["On"] = "/", ["Values"] = new JsonArray(folder, name) },
    };
}
