using System.Text.Json;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Interop;
using Policies.Tests.Serving;
using Pulumirpc;

namespace Policies.Tests.Interop;

/// <summary>What a pack answered to one resource.</summary>
internal sealed record Answers(RemediateResponse Remediation, AnalyzeResponse Analysis);

/// <summary>Plays the engine of a preview towards a pack on any SDK: what is remedied is what is analysed.</summary>
internal sealed class PeerEngine(IServedPack pack)
{
    public async Task<AnalyzerInfo> StartAsync(IReadOnlyDictionary<string, Pulumirpc.PolicyConfig> configuration)
    {
        try
        {
            await pack.HandshakeAsync(new() { EngineAddress = "127.0.0.1:1" });
        }
        catch (RpcException exception) when (exception.StatusCode == StatusCode.Unimplemented)
        {
            // Packs in Node.js know no handshake, and engines do without.
        }

        await pack.ConfigureStackAsync(new() { Project = "interop", Stack = "dev", Organization = "organization", DryRun = true });
        var info = await pack.GetAnalyzerInfoAsync();
        if (configuration.Count > 0)
        {
            await pack.ConfigureAsync(new() { PolicyConfig = { configuration.ToDictionary() } });
        }

        return info;
    }

    public async Task<IReadOnlyList<Answers>> PreviewAsync(IEnumerable<GeneratedResource> resources)
    {
        var answers = new List<Answers>();
        foreach (var resource in resources)
        {
            var request = RequestOf(resource);
            var remediation = await pack.RemediateAsync(request);
            foreach (var remedied in remediation.Remediations.Where(remedied => remedied.Diagnostic.Length == 0))
            {
                request.Properties = remedied.Properties;
            }

            answers.Add(new(remediation, await pack.AnalyzeAsync(request)));
        }

        return answers;
    }

    public Task<AnalyzeResponse> AnalyzeStackAsync(IEnumerable<GeneratedResource> resources) => pack.AnalyzeStackAsync(new()
    {
        Resources = { resources.Select(InStack) },
    });

    private static AnalyzeRequest RequestOf(GeneratedResource resource) => new()
    {
        Type = resource.Type,
        Name = resource.Name,
        Urn = resource.Urn,
        Properties = Bytes(resource),
        Options = new() { Protect = resource.Protect },
    };

    private static AnalyzerResource InStack(GeneratedResource resource)
    {
        var sent = new AnalyzerResource
        {
            Type = resource.Type,
            Name = resource.Name,
            Urn = resource.Urn,
            Properties = Bytes(resource),
            Options = new() { Protect = resource.Protect },
        };
        foreach (var (input, other) in resource.References)
        {
            sent.Dependencies.Add(other.Urn);
            sent.PropertyDependencies[input] = new() { Urns = { other.Urn } };
        }

        return sent;
    }

    private static Google.Protobuf.ByteString Bytes(GeneratedResource resource)
    {
        // Bookkeeping of the provider, which no policy may lose.
        var inputs = resource.Inputs.DeepClone().AsObject();
        inputs["__defaults"] = new System.Text.Json.Nodes.JsonArray("name");
        return Requests.Bytes(PropertyMap.Of(
            JsonSerializer.SerializeToElement(inputs).EnumerateObject().Select(input => KeyValuePair.Create(input.Name, (object?)input.Value))));
    }

    /// <summary>The properties of a message, for a comparison that looks at every part of them.</summary>
    public static Struct Properties(Google.Protobuf.ByteString bytes) => Struct.Parser.ParseFrom(bytes);
}
