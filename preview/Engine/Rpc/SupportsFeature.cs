using System.Collections.Immutable;
using Pulumirpc;

namespace Preview.Engine.Rpc;

/// <summary>A program asks what it may use.</summary>
/// <remarks>
/// Transforms and hooks, which call back into the program, are said to be supported and refused when they are used: what is answered no,
/// the SDKs refuse by asking for a newer Pulumi CLI, which would help nobody here.
/// </remarks>
internal static class SupportsFeature
{
    private static readonly ImmutableHashSet<string> RefusedInUse = ["transforms", "invokeTransforms", "resourceHooks", "errorHooks"];

    /// <summary>What is offered, as the handshake tells it.</summary>
    public static ImmutableDictionary<string, ResourceMonitorFeature> Offered { get; } = new Dictionary<string, ResourceMonitorFeature>
    {
        ["secrets"] = ResourceMonitorFeature.Secrets,
        ["resourceReferences"] = ResourceMonitorFeature.ResourceReferences,
        ["outputValues"] = ResourceMonitorFeature.OutputValues,
        ["aliasSpecs"] = ResourceMonitorFeature.AliasSpecs,
        ["replacementTrigger"] = ResourceMonitorFeature.ReplacementTrigger,
        ["deletedWith"] = ResourceMonitorFeature.DeletedWith,
        ["replaceWith"] = ResourceMonitorFeature.ReplaceWith,
        ["parameterization"] = ResourceMonitorFeature.Parameterization,
    }.ToImmutableDictionary();

    public static SupportsFeatureResponse Answer(SupportsFeatureRequest request) => new() { HasSupport = Offered.ContainsKey(request.Id) || RefusedInUse.Contains(request.Id) };
}
