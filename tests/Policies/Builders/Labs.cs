using System.Collections.Immutable;
using ResourceViews.Aws.Sagemaker;

namespace Policies.Tests.Builders;

/// <summary>Notebook instances, the simplest that costs money, and stacks that state how they are used.</summary>
internal static class Labs
{
    /// <summary>It costs $1.41 an hour in us-east-1, and nothing else.</summary>
    public static PolicyResource Lab(string name = "lab", string type = "ml.g5.xlarge") => PolicyTest.Resource(
        NotebookInstanceProps.ResourceType, new NotebookInstanceProps { InstanceType = type, VolumeSize = 0 }.ToProperty().Members, name);

    /// <summary>A stack in us-east-1.</summary>
    public static StackInfo Stack(params (string Key, string Value)[] settings) => new()
    {
        Project = "project",
        Stack = "stack",
        Config = settings.Append(("aws:region", "us-east-1")).ToImmutableDictionary(setting => setting.Item1, setting => setting.Item2),
    };

    public static (string Key, string Value) Hours(int hours) => ("project:usage", $$"""{"lab": {"hoursPerMonth": {{hours}} } }""");
}
