using Pulumi.Serialization;

namespace Pulumi;

/// <summary>A group of resources that is made and looked at as one.</summary>
public class ComponentResource : Resource
{
    public ComponentResource(string type, string name, ComponentResourceOptions? options = null)
        : this(type, name, ResourceArgs.Empty, options)
    {
    }

    /// <param name="remote">Components that a provider implements are not offered: only false is accepted.</param>
    public ComponentResource(
        string type, string name, ResourceArgs? args, ComponentResourceOptions? options = null, bool remote = false)
        : base(type, name, custom: false, args, remote ? throw NotOffered(type, name) : options ?? new ComponentResourceOptions())
    {
    }

    /// <summary>Registers what the <see cref="OutputAttribute"/> properties hold as the component's outputs.</summary>
    protected void RegisterOutputs() => RegisterOutputs(ResourceShape.Of(GetType()).ReadOutputs(this));

    protected void RegisterOutputs(IDictionary<string, object?> outputs) => RegisterOutputs(Output.Create(outputs));

    protected void RegisterOutputs(Task<IDictionary<string, object?>> outputs) => RegisterOutputs(Output.Create(outputs));

    protected void RegisterOutputs(Output<IDictionary<string, object?>> outputs) =>
        Deployment.Instance.RegisterOutputs(this, outputs);

    private static NotSupportedException NotOffered(string type, string name) => new(
        $"{name} ({type}) is a component that a provider implements (remote: true). The local Pulumi SDK does not offer these; " +
        "build with the official packages (PulumiSdk=official).");
}
