using System.Text.Json.Nodes;
using Emulator.Tests.Account;

namespace Emulator.Tests.StateMachines;

/// <summary>The steps of SageMaker pipelines that call an operation with arguments of their own, as tasks.</summary>
/// <remarks>https://docs.aws.amazon.com/sagemaker/latest/dg/define-pipeline.html</remarks>
internal static class PipelineSteps
{
    private static readonly Dictionary<string, string> Operations = new()
    {
        ["Model"] = "createModel",
        ["Processing"] = "createProcessingJob",
        ["Training"] = "createTrainingJob",
        ["Transform"] = "createTransformJob",
        ["Tuning"] = "createHyperParameterTuningJob",
    };

    public static IEnumerable<MachineTask> AllOf(DeployedStack stack) =>
        from resource in stack.Resources
        let definition = (string?)resource.Inputs["pipelineDefinition"]
        where definition is not null
        from step in JsonNode.Parse(definition)!["Steps"]!.AsArray()
        where Operations.ContainsKey((string)step!["Type"]!)
        let operation = Operations[(string)step["Type"]!]
        select new MachineTask(
            $"{resource.Name}: {step["Name"]}", $"arn:aws:states:::aws-sdk:sagemaker:{operation}", Arguments(step["Arguments"]!.AsObject(), operation));

    /// <summary>References to parameters and to other steps are known only when the pipeline runs; so is the job's name.</summary>
    private static JsonObject Arguments(JsonObject given, string operation)
    {
        var arguments = (JsonObject)Resolved(given)!;
        var name = $"{operation["create".Length..]}Name";
        if (!arguments.ContainsKey(name))
            arguments[name] = Any("generated");
        return arguments;
    }

    private static JsonNode? Resolved(JsonNode? value) => value switch
    {
        JsonObject { Count: 1 } reference when IsReference(reference.First().Key) => Any(reference.ToJsonString()),
        JsonObject members => new JsonObject(members.Select(member => KeyValuePair.Create(member.Key, Resolved(member.Value)))),
        JsonArray items => new JsonArray([.. items.Select(Resolved)]),
        _ => value?.DeepClone(),
    };

    private static bool IsReference(string key) => key == "Get" || key.StartsWith("Std:", StringComparison.Ordinal);

    private static JsonObject Any(string what) => new() { ["$any"] = what };
}
