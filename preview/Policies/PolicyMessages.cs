using Google.Protobuf;
using Preview.Engine;
using Pulumirpc;

namespace Preview.Policies;

/// <summary>Resources as policy packs get to see them.</summary>
internal static class PolicyMessages
{
    /// <summary>For remediation: with the bookkeeping of providers, which has to survive it.</summary>
    public static AnalyzeRequest ForRemediate(RegisteredResource resource) => Request(resource, resource.Inputs);

    public static AnalyzeRequest ForAnalyze(RegisteredResource resource) => Request(resource, WithoutInternal(resource.Inputs));

    public static AnalyzerResource ForStack(RegisteredResource resource)
    {
        var message = new AnalyzerResource
        {
            Type = resource.Type,
            Urn = resource.Urn,
            Name = resource.Name,
            Properties = Encode(WithoutInternal(resource.Outputs)),
            Options = OptionsOf(resource),
            Provider = ProviderOf(resource),
            Parent = resource.Parent,
            Dependencies = { resource.Dependencies },
        };
        foreach (var (property, urns) in resource.PropertyDependencies.Where(property => !property.Value.IsEmpty))
        {
            message.PropertyDependencies[property] = new() { Urns = { urns } };
        }

        return message;
    }

    private static AnalyzeRequest Request(RegisteredResource resource, PropertyMap properties) => new()
    {
        Type = resource.Type,
        Urn = resource.Urn,
        Name = resource.Name,
        Properties = Encode(properties),
        Options = OptionsOf(resource),
        Provider = ProviderOf(resource),
    };

    /// <remarks>No aliases: a pack is told only of the one by which a resource was found in the state, and here there is no state.</remarks>
    private static AnalyzerResourceOptions OptionsOf(RegisteredResource resource)
    {
        var options = resource.Options;
        return new()
        {
            Protect = options.Protect,
            IgnoreChanges = { options.IgnoreChanges },
            DeleteBeforeReplace = options.DeleteBeforeReplace ?? false,
            DeleteBeforeReplaceDefined = options.DeleteBeforeReplace is not null,
            AdditionalSecretOutputs = { options.AdditionalSecretOutputs },
            CustomTimeouts = new()
            {
                Create = options.Timeouts.Create.TotalSeconds,
                Update = options.Timeouts.Update.TotalSeconds,
                Delete = options.Timeouts.Delete.TotalSeconds,
                Read = options.Timeouts.Read.TotalSeconds,
            },
            Parent = resource.Parent,
        };
    }

    private static AnalyzerProviderResource? ProviderOf(RegisteredResource resource) => resource.Provider is not { } provider
        ? null
        : new()
        {
            Type = provider.Type,
            Urn = provider.Urn,
            Name = provider.Name,
            Properties = Encode(WithoutInternal(provider.Inputs)),
        };

    /// <summary>Names that begin with two underscores are bookkeeping; only those at the top are taken out.</summary>
    private static PropertyMap WithoutInternal(PropertyMap map) => map.Encoded.Span.IndexOf("__"u8) < 0
        ? map
        : PropertyMap.Build(writer =>
        {
            foreach (var member in map)
            {
                writer.WriteName(member.Name);
                writer.WriteValue(member.Value);
            }
        });

    private static ByteString Encode(PropertyMap map) => PropertyBytes.Encode(ResourceReferences.Flatten(map));
}
