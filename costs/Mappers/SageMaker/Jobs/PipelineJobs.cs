using System.Text.Json;

namespace Costs.Mappers.SageMaker.Jobs;

/// <summary>The jobs of a SageMaker pipeline; parameters stand for their defaults.</summary>
/// <remarks>https://aws-sagemaker-mlops.github.io/sagemaker-model-building-pipeline-definition-JSON-schema/</remarks>
internal static class PipelineJobs
{
    public static ImmutableArray<Job> In(JsonElement definition)
    {
        var request = new JobRequest(value => Resolve(value, definition));
        return [.. Steps(definition, "Steps").SelectMany(step => Started(step, request))];
    }

    /// <summary>All steps; both ways of a condition, though an execution takes one.</summary>
    private static IEnumerable<JsonElement> Steps(JsonElement owner, string name)
    {
        if (owner.ValueKind != JsonValueKind.Object
            || !owner.TryGetProperty(name, out var steps) || steps.ValueKind != JsonValueKind.Array)
        {
            yield break;
        }

        foreach (var step in steps.EnumerateArray())
        {
            yield return step;
            if (step.ValueKind == JsonValueKind.Object && step.TryGetProperty("Arguments", out var arguments))
            {
                foreach (var inner in Steps(arguments, "IfSteps").Concat(Steps(arguments, "ElseSteps")))
                {
                    yield return inner;
                }
            }
        }
    }

    private static IEnumerable<Job> Started(JsonElement step, JobRequest request)
    {
        if (step.ValueKind != JsonValueKind.Object
            || !step.TryGetProperty("Type", out var type) || !step.TryGetProperty("Arguments", out var arguments))
        {
            return [];
        }

        return type.GetString() switch
        {
            "Training" => [request.Training(arguments)],
            "Tuning" => request.Tuning(arguments),
            "Processing" or "ClarifyCheck" or "QualityCheck" => [request.Processing(arguments)],
            "Transform" => [request.Transform(arguments)],
            _ => [],
        };
    }

    /// <summary>{"Get": "Parameters.Name"} stands for that parameter's default.</summary>
    private static JsonElement Resolve(JsonElement value, JsonElement definition)
    {
        if (value.ValueKind != JsonValueKind.Object
            || !value.TryGetProperty("Get", out var path) || path.ValueKind != JsonValueKind.String
            || path.GetString()!.Split('.') is not ["Parameters", var name]
            || !definition.TryGetProperty("Parameters", out var parameters) || parameters.ValueKind != JsonValueKind.Array)
        {
            return value;
        }

        foreach (var parameter in parameters.EnumerateArray())
        {
            if (parameter.TryGetProperty("Name", out var found) && found.ValueEquals(name)
                && parameter.TryGetProperty("DefaultValue", out var byDefault))
            {
                return byDefault;
            }
        }

        return value;
    }
}
