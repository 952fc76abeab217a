namespace Policies.Workloads.Definitions;

/// <summary>Reads the JSON of SageMaker pipelines.</summary>
/// <remarks>https://aws-sagemaker-mlops.github.io/sagemaker-model-building-pipeline-definition-JSON-schema/</remarks>
internal static class PipelineReader
{
    private static readonly string[] Calls = ["createPipeline", "updatePipeline"];

    /// <summary>Reads the body of a call that creates or updates a pipeline, which need not have a definition; empty for other calls.</summary>
    public static Reading ReadCall(string action, DefinitionNode body) => (body["PipelineDefinition"], body["PipelineDefinitionS3Location"]) switch
    {
        _ when !Calls.Contains(action, StringComparer.OrdinalIgnoreCase) => Reading.Empty,
        ({ IsMissing: false } definition, _) => ReadText(definition.Value, definition.Path),
        (_, { IsMissing: false } location) => Reading.Elsewhere(location.Path.ToString(), "PipelineDefinition"),
        _ => Reading.Empty,
    };

    /// <summary>Reads a definition that is JSON text.</summary>
    public static Reading ReadText(PropertyValue text, PropertyPath path)
    {
        if (text.IsUnknown)
        {
            return Reading.Unknown(path);
        }

        var (document, fault) = DefinitionText.Parse(text);
        if (fault is not null)
        {
            return Reading.Fault($"{path} {fault}");
        }

        var parameters = new PipelineParameters(document);
        var pipeline = new DefinitionNode(document, text.IsSecret ? path.Hidden() : path, parameters.Resolve);
        return pipeline["Steps"].Value.Kind == PropertyKind.List
            ? Reading.Of([.. Steps(pipeline["Steps"])])
            : Reading.Fault($"{path} has no Steps: expected the JSON of a SageMaker pipeline");
    }

    private static IEnumerable<Workload> Steps(DefinitionNode steps) =>
        steps.Elements().SelectMany(step => Step(Named(steps, step)));

    private static IEnumerable<Workload> Step(DefinitionNode step)
    {
        var arguments = step["Arguments"];
        return step["Type"].Text.Value switch
        {
            "Training" => TrainingBodies.TrainingJob(arguments),
            "Tuning" => TrainingBodies.TuningJob(arguments),
            "Transform" => SageMakerCalls.TransformJob(arguments),
            "Condition" => Branches(step).Concat(Branches(arguments)),

            // Processing, and the checks of data and models, which run as processing jobs.
            _ when arguments.IsUnknown => [],
            _ => SageMakerCalls.ProcessingJob(arguments),
        };
    }

    private static IEnumerable<Workload> Branches(DefinitionNode condition) => condition.IsUnknown
        ? []
        : Steps(condition["IfSteps"]).Concat(Steps(condition["ElseSteps"]));

    /// <summary>A step found by its name rather than its number, where it has one.</summary>
    private static DefinitionNode Named(DefinitionNode steps, DefinitionNode step) =>
        step["Name"].Text.Value is { } name ? step.At(steps.Path.Quoted(name)) : step;
}
