namespace Pulumi.Policy;

/// <summary>What a policy is given to judge one resource with.</summary>
/// <param name="Resource">The resource.</param>
/// <param name="Config">The policy's own settings, defaults filled in.</param>
/// <param name="Stack">The stack it belongs to.</param>
public readonly record struct ResourceContext(PolicyResource Resource, PolicyConfig Config, StackInfo Stack);
