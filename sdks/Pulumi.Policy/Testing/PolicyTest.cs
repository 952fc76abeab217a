using Pulumi.Policy.Configuration;

namespace Pulumi.Policy.Testing;

/// <summary>Runs a policy on resources made up in a test, without a pack, an engine or a process.</summary>
/// <remarks>
/// Settings are checked and completed with their defaults as in a deployment. A test that needs another stack, name or parent passes
/// a <see cref="PolicyResource"/> or a <see cref="StackInfo"/> of its own.
/// </remarks>
public static class PolicyTest
{
    /// <summary>The verdict on a resource with these inputs, of the first type that the policy looks at.</summary>
    public static Verdict Check(ResourcePolicy policy, params ReadOnlySpan<(string Name, object? Value)> inputs) =>
        Check(policy, PropertyMap.Of(inputs));

    /// <inheritdoc cref="Check(ResourcePolicy, ReadOnlySpan{ValueTuple{string, object}})"/>
    public static Verdict Check(ResourcePolicy policy, PropertyMap inputs, PropertyMap settings = default, StackInfo? stack = null) =>
        Check(policy, Resource(policy, inputs), settings, stack);

    /// <summary>The verdict on a resource seen through a view.</summary>
    public static Verdict Check<TView>(
        ResourcePolicy<TView> policy, TView resource, PropertyMap settings = default, StackInfo? stack = null)
        where TView : struct, IResourceView<TView> => Check(policy, Resource(TView.ResourceType, resource.Value.Members), settings, stack);

    /// <summary>The verdict on a resource.</summary>
    public static Verdict Check(
        ResourcePolicy policy, PolicyResource resource, PropertyMap settings = default, StackInfo? stack = null) =>
        policy.Check(Context(policy, resource, settings, stack));

    /// <summary>The inputs after remediation: those given where the policy leaves them as they are.</summary>
    public static PropertyMap Remediate(
        ResourcePolicy policy, PropertyMap inputs, PropertyMap settings = default, StackInfo? stack = null) =>
        Remediate(policy, Resource(policy, inputs), settings, stack);

    /// <inheritdoc cref="Remediate(ResourcePolicy, PropertyMap, PropertyMap, StackInfo?)"/>
    public static PropertyMap Remediate(
        ResourcePolicy policy, PolicyResource resource, PropertyMap settings = default, StackInfo? stack = null) =>
        policy.Remediate(Context(policy, resource, settings, stack)) ?? resource.Inputs;

    /// <summary>What a stack policy says of a stack of these resources, in the order in which it says it.</summary>
    public static IReadOnlyList<ResourceVerdict> Check(
        StackPolicy policy, IReadOnlyList<PolicyResource> resources, PropertyMap settings = default, StackInfo? stack = null) =>
    [
        .. policy.Check(new()
        {
            Resources = resources,
            Config = Settings(policy, settings),
            Stack = stack ?? StackInfo.Unspecified,
        }),
    ];

    /// <summary>A resource of that type; its name and URN say so.</summary>
    public static PolicyResource Resource(string type, PropertyMap inputs = default, string name = "resource") => new()
    {
        Type = type,
        Name = name,
        Urn = $"urn:pulumi:stack::project::{type}::{name}",
        Inputs = inputs,
    };

    private static PolicyResource Resource(ResourcePolicy policy, PropertyMap inputs) =>
        Resource(policy.ResourceTypes?.FirstOrDefault() ?? "test:index:Resource", inputs);

    private static ResourceContext Context(ResourcePolicy policy, PolicyResource resource, PropertyMap settings, StackInfo? stack) =>
        new(resource, Settings(policy, settings), stack ?? StackInfo.Unspecified);

    private static PolicyConfig Settings(Policy policy, PropertyMap given)
    {
        var problems = new List<string>();
        var config = PolicySettings.Resolve(policy.Info, given, isEnabled: true, problems);
        return problems.Count == 0 ? config : throw new ArgumentException(string.Join(Environment.NewLine, problems), nameof(given));
    }
}
