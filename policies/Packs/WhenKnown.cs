using AwsPipeline = ResourceViews.Aws.Sagemaker.PipelineProps;
using AwsStateMachine = ResourceViews.Aws.Sfn.StateMachineProps;
using NativePipeline = ResourceViews.AwsNative.SageMaker.PipelineProps;
using NativeStateMachine = ResourceViews.AwsNative.StepFunctions.StateMachineProps;

namespace Policies.Packs;

/// <summary>Says what makes a property known that a policy could not tell by: a deployment, or what no deployment decides.</summary>
internal static class WhenKnown
{
    private const string Deployment = "A deployment makes it known.";
    private const string Execution = "An execution decides it, no deployment makes it known:";
    private const string InMachine = $"{Execution} state the value in the definition instead of taking it from the input of the execution.";
    private const string InPipeline = $"{Execution} give the parameter that it comes from a default, or state the value in the definition.";

    /// <summary>Placeholders of the definition of a state machine, whose values a deployment knows.</summary>
    private const string Substitutions = "definitionSubstitutions";
    private const int MostNamed = 3;

    /// <param name="resource">What the policy looked at; null for the stack.</param>
    /// <param name="path">The property.</param>
    public static string Of(PolicyResource? resource, string path)
    {
        if (resource is null)
        {
            return Deployment;
        }

        var isUnknown = resource.IsUnknownAt(path);
        var isFilledLater = !isUnknown && resource.Inputs[Substitutions].ContainsUnknown();
        var input = isFilledLater ? Substitutions : InputOf(path);
        return !isUnknown && InDefinition(resource.Type, input) is { } execution ? execution
            : resource.PropertyDependencies.GetValueOrDefault(input, []) is { IsEmpty: false } sources ? After(sources)
            : Deployment;
    }

    /// <summary>Null where the input is no definition.</summary>
    private static string? InDefinition(string type, string input) => input switch
    {
        "definition" or "definitionString" when IsOneOf(type, AwsStateMachine.ResourceTypes, NativeStateMachine.ResourceTypes) => InMachine,
        "pipelineDefinition" when IsOneOf(type, AwsPipeline.ResourceTypes, NativePipeline.ResourceTypes) => InPipeline,
        _ => null,
    };

    private static bool IsOneOf(string type, params IEnumerable<IReadOnlyList<string>> types) => types.Any(some => some.Contains(type));

    private static string After(ImmutableArray<string> urns)
    {
        string[] names =
        [
            .. urns.Order(StringComparer.Ordinal).Take(MostNamed).Select(Named),
            .. urns.Length > MostNamed ? [$"{urns.Length - MostNamed} more"] : (string[])[],
        ];
        return names.Length == 1
            ? $"Known once {names[0]} is deployed."
            : $"Known once {string.Join(", ", names[..^1])} and {names[^1]} are deployed.";
    }

    /// <summary>Type and name of a resource, the last two parts of its URN.</summary>
    private static string Named(string urn) => urn.Split("::", 4) is [_, _, var types, var name]
        ? $"{types[(types.LastIndexOf('$') + 1)..]} {name}"
        : urn;

    private static string InputOf(string path) => path.AsSpan().IndexOfAny('.', '[') is >= 0 and var end ? path[..end] : path;
}
