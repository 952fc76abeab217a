using System.Buffers;
using Google.Protobuf;
using Google.Protobuf.Collections;
using Rpc = Pulumirpc;

namespace Pulumi.Policy.Hosting;

/// <summary>
/// The resources of a stack as policies see them. Each is turned into what is kept of it as soon as it is read, and texts that recur
/// are kept once: of 10,000 resources as messages, the memory of several stacks would go to repeated URNs.
/// </summary>
/// <param name="inputs">The inputs of resources that have been analysed, by URN.</param>
internal sealed class StackReader(IReadOnlyDictionary<string, ByteString> inputs)
{
    /// <summary>AnalyzeStackRequest.resources: field 1, a message.</summary>
    private const int ResourceTag = (Rpc.AnalyzeStackRequest.ResourcesFieldNumber << 3) | LengthDelimited;
    private const int LengthDelimited = 2;

    private readonly List<PolicyResource> resources = [];
    private readonly Dictionary<string, string> texts = [];
    private readonly Dictionary<string, ProviderInfo> providers = [];

    public IReadOnlyList<PolicyResource> Read(Rpc.AnalyzeStackRequest request)
    {
        foreach (var resource in request.Resources)
        {
            Add(resource);
        }

        return resources;
    }

    /// <summary>Reads an encoded AnalyzeStackRequest.</summary>
    public IReadOnlyList<PolicyResource> Read(ReadOnlySequence<byte> request)
    {
        var reader = new SequenceReader<byte>(request);
        while (!reader.End)
        {
            var tag = ReadVarint(ref reader);
            if (tag == ResourceTag)
            {
                Add(Rpc.AnalyzerResource.Parser.ParseFrom(ReadBlock(ref reader)));
            }
            else
            {
                Skip(ref reader, (int)tag & 7);
            }
        }

        return resources;
    }

    private void Add(Rpc.AnalyzerResource resource)
    {
        var urn = Once(resource.Urn);
        resources.Add(new()
        {
            Type = Once(resource.Type),
            Name = resource.Name,
            Urn = urn,
            Inputs = PropertyMap.Decode((inputs.GetValueOrDefault(urn) ?? ByteString.Empty).Memory),
            Outputs = PropertyMap.Decode(resource.Properties.Memory),
            Options = ResourceReader.Read(resource.Options),
            Provider = Read(resource.Provider),
            Parent = Once(resource.Parent is { Length: > 0 } parent ? parent : resource.Options?.Parent ?? ""),
            Dependencies = Once(resource.Dependencies),
            PropertyDependencies = resource.PropertyDependencies.Count == 0
                ? ImmutableDictionary<string, ImmutableArray<string>>.Empty
                : resource.PropertyDependencies.ToImmutableDictionary(entry => Once(entry.Key), entry => Once(entry.Value.Urns)),
        });
    }

    private ProviderInfo? Read(Rpc.AnalyzerProviderResource? provider)
    {
        if (provider is not null && !providers.ContainsKey(provider.Urn))
        {
            providers.Add(provider.Urn, ResourceReader.Read(provider)!);
        }

        return provider is null ? null : providers[provider.Urn];
    }

    private ImmutableArray<string> Once(RepeatedField<string> some) => some.Count == 0 ? [] : [.. some.Select(Once)];

    private string Once(string text)
    {
        if (texts.TryGetValue(text, out var known))
        {
            return known;
        }

        texts.Add(text, text);
        return text;
    }

    private static ReadOnlySequence<byte> ReadBlock(ref SequenceReader<byte> reader)
    {
        var length = ReadVarint(ref reader);
        return length <= int.MaxValue && reader.TryReadExact((int)length, out var block) ? block : throw Truncated();
    }

    private static void Skip(ref SequenceReader<byte> reader, int wireType)
    {
        switch (wireType)
        {
            case 0: ReadVarint(ref reader); break;
            case 1 when reader.Remaining >= sizeof(long): reader.Advance(sizeof(long)); break;
            case LengthDelimited: ReadBlock(ref reader); break;
            case 5 when reader.Remaining >= sizeof(int): reader.Advance(sizeof(int)); break;
            default: throw Truncated();
        }
    }

    private static ulong ReadVarint(ref SequenceReader<byte> reader)
    {
        ulong value = 0;
        for (var shift = 0; shift < 64 && reader.TryRead(out var next); shift += 7)
        {
            value |= (ulong)(next & 0x7f) << shift;
            if (next < 0x80)
            {
                return value;
            }
        }

        throw Truncated();
    }

    private static InvalidDataException Truncated() => new("The request of AnalyzeStack is damaged: it ends too early.");
}
