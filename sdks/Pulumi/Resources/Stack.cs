using Pulumi.Serialization;

namespace Pulumi;

/// <summary>
/// The root of all resources. A class of its own has its resources made in the constructor and its
/// <see cref="OutputAttribute"/> properties set there.
/// </summary>
public class Stack : Resource
{
    internal const string TypeToken = "pulumi:pulumi:Stack";

    public Stack(StackOptions? options = null)
        : base(TypeToken, NameIn(Deployment.Instance), custom: false, args: null, ToResourceOptions(options)) =>
        Deployment.Instance.Stack = this;

    /// <summary>The properties that become stack outputs.</summary>
    /// <exception cref="RunException">A property is not set.</exception>
    internal IDictionary<string, object?> ReadOutputs()
    {
        var outputs = ResourceShape.Of(GetType()).ReadOutputs(this);
        var missing = outputs.Where(output => output.Value is null).Select(output => $"'{output.Key}'").ToList();
        return missing.Count == 0
            ? outputs
            : throw new RunException(
                $"Output(s) {string.Join(", ", missing)} have no value assigned. " +
                "[Output] attributed properties must be assigned inside Stack constructor.");
    }

    private static string NameIn(DeploymentInstance deployment) => $"{deployment.ProjectName}-{deployment.StackName}";

    private static ComponentResourceOptions ToResourceOptions(StackOptions? options) => options is null
        ? new()
        : new() { ResourceTransformations = options.ResourceTransformations };
}
