using System.Collections.Immutable;
using Pulumirpc;

namespace Preview.Engine.Rpc;

/// <summary>A program asks what it may use. What is answered no, the SDKs refuse with a message of their own when it is used.</summary>
internal static class SupportsFeature
{
    /// <summary>Transforms and hooks call back into the program: not offered here.</summary>
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

    public static SupportsFeatureResponse Answer(SupportsFeatureRequest request) => new() { HasSupport = Offered.ContainsKey(request.Id) };
}
