using System.Text.Json;

namespace Costs.Mappers.SageMaker.Jobs;

/// <summary>The jobs of a SageMaker pipeline; parameters stand for their defaults.</summary>
/// <remarks>https://aws-sagemaker-mlops.github.io/sagemaker-model-building-pipeline-definition-JSON-schema/</remarks>
internal static class PipelineJobs
{
    /// <param name="definition">The definition.</param>
    /// <param name="place">Where it stands.</param>
    public static ImmutableArray<Job> In(JsonElement definition, JobPlace place = default) =>
    [
        .. Steps(definition, "Steps", place).SelectMany(step =>
            Started(step.Text, new(step.Place.Member("Arguments"), value => Resolve(value, definition)))),
    ];

    /// <summary>All steps; both ways of a condition, though an execution takes one.</summary>
    private static IEnumerable<(JsonElement Text, JobPlace Place)> Steps(JsonElement owner, string name, JobPlace place)
    {
        if (owner.ValueKind != JsonValueKind.Object
            || !owner.TryGetProperty(name, out var steps) || steps.ValueKind != JsonValueKind.Array)
        {
            yield break;
        }

        foreach (var (index, step) in steps.EnumerateArray().Index())
        {
            var list = place.Member(name);
            var own = NameOf(step) is { } called ? list.Quoted(called) : list.Element(index);
            yield return (step, own);
            if (step.ValueKind == JsonValueKind.Object && step.TryGetProperty("Arguments", out var arguments))
            {
                var below = own.Member("Arguments");
                foreach (var inner in Steps(arguments, "IfSteps", below).Concat(Steps(arguments, "ElseSteps", below)))
                {
                    yield return inner;
                }
            }
        }
    }

    private static string? NameOf(JsonElement step) =>
        step.ValueKind == JsonValueKind.Object && step.TryGetProperty("Name", out var name) && name.ValueKind == JsonValueKind.String
            ? name.GetString()
            : null;

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
