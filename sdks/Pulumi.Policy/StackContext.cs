namespace Pulumi.Policy;

/// <summary>What a policy is given to judge a stack with.</summary>
public sealed record StackContext
{
    /// <summary>All resources of the stack, in the order of the engine.</summary>
    public required IReadOnlyList<PolicyResource> Resources { get; init; }

    /// <summary>The resources of the types of a view, and their inputs through it.</summary>
    public IEnumerable<(PolicyResource Resource, TView Inputs)> Of<TView>()
        where TView : struct, IResourceView<TView>
    {
        var types = TView.ResourceTypes;
        return Resources.Where(resource => types.Contains(resource.Type)).Select(resource => (resource, TView.From(resource.InputsValue)));
    }

    /// <summary>The policy's own settings, defaults filled in.</summary>
    public PolicyConfig Config { get; init; } = PolicyConfig.Empty;

    /// <summary>The stack itself.</summary>
    public StackInfo Stack { get; init; } = StackInfo.Unspecified;
}
