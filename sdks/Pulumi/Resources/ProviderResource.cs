using PropertyValues;

namespace Pulumi;

/// <summary>A provider with a configuration of its own.</summary>
public class ProviderResource : CustomResource
{
    private const string TypePrefix = "pulumi:providers:";

    public ProviderResource(string package, string name, ResourceArgs args, CustomResourceOptions? options = null)
        : base(TypePrefix + package, name, args, options) => Package = package;

    internal string Package { get; }

    /// <summary>How the engine finds the provider: URN and id, which is unknown in a preview.</summary>
    internal async Task<string> GetReferenceAsync()
    {
        var urn = await Urn.Data;
        var id = await Id.Data;
        var knownId = id is { IsKnown: true, Value: string { Length: > 0 } text } ? text : Sentinels.Unknown;
        return $"{urn.ValueAs<string>()}::{knownId}";
    }
}
