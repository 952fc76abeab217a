using Pulumi.Policy.Configuration;
using Pulumi.Policy.Hosting;

namespace Pulumi.Policy.Testing;

/// <summary>Runs a policy on resources made up in a test, without a pack, an engine or a process.</summary>
/// <remarks>
/// Settings are checked and completed with their defaults as in a deployment, and resources that the policy does not look at are not
/// shown to it. A test that needs other options, a provider or a parent passes a <see cref="PolicyResource"/> of its own
/// (<c>PolicyTest.Resource(...) with { ... }</c>), one that needs a configuration or tags of the stack a <see cref="StackInfo"/>. What a
/// preview cannot know is <see cref="PropertyValue.Unknown"/>, what is secret <see cref="PropertyValue.SecretOf"/>.
/// </remarks>
/// <example>
/// <code>
/// var verdict = PolicyTest.Check(new BucketsHaveOwners(), ("tags", PropertyMap.Of(("team", "search"))));
/// Assert.Equal(Verdict.Violation("The tag owner is missing."), verdict);
/// </code>
/// </example>
public static class PolicyTest
{
    /// <summary>Checks what an engine checks of a whole pack before it is served.</summary>
    /// <exception cref="PolicyPackException">The pack breaks a rule that the engine or its configuration files rely on.</exception>
    public static void Check(PolicyPack pack) => PackRules.Require(pack);

    /// <summary>The verdict on a resource with these inputs, of the first type that the policy looks at.</summary>
    public static Verdict Check(ResourcePolicy policy, params ReadOnlySpan<(string Name, object? Value)> inputs) =>
        Check(policy, PropertyMap.Of(inputs));

    /// <inheritdoc cref="Check(ResourcePolicy, ReadOnlySpan{ValueTuple{string, object}})"/>
    public static Verdict Check(ResourcePolicy policy, PropertyMap inputs, PropertyMap settings = default, StackInfo? stack = null) =>
        Check(policy, Resource(policy, inputs), settings, stack);

    /// <summary>The verdict on a resource seen through a view.</summary>
    public static Verdict Check<TView>(
        ResourcePolicy<TView> policy, TView resource, PropertyMap settings = default, StackInfo? stack = null)
        where TView : struct, IResourceView<TView> => Check(policy, Resource(resource), settings, stack);

    /// <summary>The verdict on a resource.</summary>
    public static Verdict Check(
        ResourcePolicy policy, PolicyResource resource, PropertyMap settings = default, StackInfo? stack = null) =>
        LooksAt(policy, resource)
            ? policy.Check(Context(policy, resource, settings, stack))
            : Verdict.NotApplicable(Wording.OtherType(policy.ResourceTypes));

    /// <summary>
    /// The inputs after remediation, as the engine gets them: those given where the policy leaves them as they are, and what was secret is
    /// still.
    /// </summary>
    /// <exception cref="ArgumentException">The policy is none that remediates: no engine would let it.</exception>
    public static PropertyMap Remediate(
        ResourcePolicy policy, PropertyMap inputs, PropertyMap settings = default, StackInfo? stack = null) =>
        Remediate(policy, Resource(policy, inputs), settings, stack);

    /// <inheritdoc cref="Remediate(ResourcePolicy, PropertyMap, PropertyMap, StackInfo?)"/>
    public static PropertyMap Remediate(
        ResourcePolicy policy, PolicyResource resource, PropertyMap settings = default, StackInfo? stack = null) =>
        !policy.CanRemediate ? throw new ArgumentException(
            $"{policy.Info.Name} remediates nothing in a deployment. Override CanRemediate to return true.", nameof(policy))
        : LooksAt(policy, resource) && policy.Remediate(Context(policy, resource, settings, stack)) is { } remedied
            ? WhatMustStay.In(resource.Inputs, remedied)
            : resource.Inputs;

    /// <inheritdoc cref="Remediate(ResourcePolicy, PropertyMap, PropertyMap, StackInfo?)"/>
    public static TView Remediate<TView>(
        ResourcePolicy<TView> policy, TView resource, PropertyMap settings = default, StackInfo? stack = null)
        where TView : struct, IResourceView<TView> =>
        TView.From(PropertyValue.FromMap(Remediate(policy, Resource(resource), settings, stack)));

    /// <summary>What a stack policy says of a stack of these resources, in the order in which it says it.</summary>
    public static IReadOnlyList<ResourceVerdict> Check(
        StackPolicy policy, IReadOnlyList<PolicyResource> resources, PropertyMap settings = default, StackInfo? stack = null) =>
        policy.ResourceTypes is null || resources.Any(resource => LooksAt(policy, resource))
            ? [.. policy.Check(new() { Resources = resources, Config = Settings(policy, settings), Stack = stack ?? StackInfo.Unspecified })]
            : [new(null, Verdict.NotApplicable(Wording.OtherType(policy.ResourceTypes)))];

    /// <summary>A resource of that type; its name and URN say so. Only stack policies see outputs.</summary>
    public static PolicyResource Resource(
        string type, PropertyMap inputs = default, string name = "resource", PropertyMap outputs = default) => new()
        {
            Type = type,
            Name = name,
            Urn = $"urn:pulumi:stack::project::{type}::{name}",
            Inputs = inputs,
            Outputs = outputs,
        };

    /// <summary>A resource of the type of a view, with the inputs that the view shows.</summary>
    public static PolicyResource Resource<TView>(TView inputs, string name = "resource", PropertyMap outputs = default)
        where TView : struct, IResourceView<TView> => Resource(TView.ResourceType, inputs.ToProperty().Members, name, outputs);

    private static bool LooksAt(Policy policy, PolicyResource resource) =>
        policy.ResourceTypes is not { } types || types.Contains(resource.Type);

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
