using System.Text;
using Google.Protobuf;
using Rpc = Pulumirpc;

namespace Pulumi.Policy.Hosting;

/// <summary>
/// The resources of a stack as policies see them, from the bytes of a request, which are not copied: of 10,000 resources as messages, the
/// memory of several stacks would go to objects that no policy asks for.
/// </summary>
/// <param name="inputs">The inputs of resources that have been analysed, by URN.</param>
internal sealed class StackReader(IReadOnlyDictionary<string, ByteString> inputs)
{
    private readonly Texts texts = new();
    private readonly Dictionary<string, ProviderInfo> providers = [];

    /// <summary>Reads an encoded AnalyzeStackRequest, which must not change.</summary>
    public IReadOnlyList<PolicyResource> Read(ReadOnlyMemory<byte> request)
    {
        var resources = new List<PolicyResource>();
        var fields = new MessageReader(request);
        while (fields.Read())
        {
            if (fields.Field == Rpc.AnalyzeStackRequest.ResourcesFieldNumber)
            {
                resources.Add(ReadResource(fields.Content));
            }
        }

        return resources;
    }

    private PolicyResource ReadResource(ReadOnlyMemory<byte> resource)
    {
        var (type, name, urn, parent, parentInOptions) = ("", "", "", "", "");
        ReadOnlyMemory<byte> properties = default;
        var options = ResourceOptions.None;
        ProviderInfo? provider = null;
        EncodedDependencies? dependencies = null;
        var fields = new MessageReader(resource);
        while (fields.Read())
        {
            switch (fields.Field)
            {
                case Rpc.AnalyzerResource.TypeFieldNumber: type = texts.Of(fields.Content); break;
                case Rpc.AnalyzerResource.PropertiesFieldNumber: properties = fields.Content; break;
                case Rpc.AnalyzerResource.UrnFieldNumber: urn = texts.Of(fields.Content); break;
                case Rpc.AnalyzerResource.NameFieldNumber: name = Encoding.UTF8.GetString(fields.Content.Span); break;
                case Rpc.AnalyzerResource.OptionsFieldNumber:
                    (options, parentInOptions) = ReadOptions(fields.Content);
                    break;
                case Rpc.AnalyzerResource.ProviderFieldNumber: provider = ReadProvider(fields.Content); break;
                case Rpc.AnalyzerResource.ParentFieldNumber: parent = texts.Of(fields.Content); break;
                case Rpc.AnalyzerResource.DependenciesFieldNumber or Rpc.AnalyzerResource.PropertyDependenciesFieldNumber:
                    dependencies ??= new(resource, texts);
                    break;
            }
        }

        return new()
        {
            Type = type,
            Name = name,
            Urn = urn,
            Inputs = inputs.TryGetValue(urn, out var analyzed) ? PropertyMap.Decode(analyzed.Memory) : PropertyMap.Empty,
            Outputs = PropertyMap.Decode(properties),
            Options = options,
            Provider = provider,
            Parent = parent.Length > 0 ? parent : parentInOptions,
            Unread = dependencies,
        };
    }

    /// <summary>The options, and the parent that they name. Most say nothing else: engines leave out fields that are false, zero or empty.</summary>
    private (ResourceOptions Options, string Parent) ReadOptions(ReadOnlyMemory<byte> options)
    {
        var (parent, saysMore) = ("", false);
        var fields = new MessageReader(options);
        while (fields.Read())
        {
            parent = fields.Field == Rpc.AnalyzerResourceOptions.ParentFieldNumber ? texts.Of(fields.Content) : parent;
            saysMore |= fields is not ({ Field: Rpc.AnalyzerResourceOptions.ParentFieldNumber }
                or { Field: Rpc.AnalyzerResourceOptions.CustomTimeoutsFieldNumber, Content.IsEmpty: true });
        }

        return (saysMore ? ResourceReader.Read(Rpc.AnalyzerResourceOptions.Parser.ParseFrom(options.Span)) : ResourceOptions.None, parent);
    }

    private ProviderInfo ReadProvider(ReadOnlyMemory<byte> provider)
    {
        var urn = "";
        var fields = new MessageReader(provider);
        while (fields.Read())
        {
            urn = fields.Field == Rpc.AnalyzerProviderResource.UrnFieldNumber ? texts.Of(fields.Content) : urn;
        }

        if (!providers.TryGetValue(urn, out var known))
        {
            known = ResourceReader.Read(Rpc.AnalyzerProviderResource.Parser.ParseFrom(provider.Span))!;
            providers.Add(urn, known);
        }

        return known;
    }
}
