using System.Collections.Concurrent;
using PropertyValues;
using Pulumi.Serialization;
using Pulumirpc;

namespace Pulumi.Testing;

/// <summary>A resource monitor that asks mocks.</summary>
internal sealed class MockMonitor(IMocks mocks, DeploymentSettings settings) : IMonitor
{
    private const string GetResource = "pulumi:pulumi:getResource";
    private readonly ConcurrentDictionary<string, (string Id, Dictionary<string, object?> State)> registered = new();

    public Task<bool> SupportsFeatureAsync(string feature) => Task.FromResult(feature != "outputValues");

    public async Task<RegisterResourceResponse> RegisterResourceAsync(RegisterResourceRequest request)
    {
        var urn = UrnFor(request.Parent, request.Type, request.Name);
        if (request.Type == Stack.TypeToken)
        {
            return new() { Urn = urn, Object = PropertyBag.Encode([]) };
        }

        var (id, state) = await MakeAsync(urn, new()
        {
            Type = request.Type,
            Name = request.Name,
            Inputs = Plain(PropertyBag.Decode(request.Object)),
            Provider = request.Provider,
            Id = request.ImportId,
        });
        return new() { Urn = urn, Id = id, Object = PropertyBag.Encode(state) };
    }

    public async Task<ReadResourceResponse> ReadResourceAsync(ReadResourceRequest request)
    {
        var urn = UrnFor(request.Parent, request.Type, request.Name);
        var (_, state) = await MakeAsync(urn, new()
        {
            Type = request.Type,
            Name = request.Name,
            Inputs = Plain(PropertyBag.Decode(request.Properties)),
            Provider = request.Provider,
            Id = request.Id,
        });
        return new() { Urn = urn, Properties = PropertyBag.Encode(state) };
    }

    public async Task<ResourceInvokeResponse> InvokeAsync(ResourceInvokeRequest request)
    {
        var args = Plain(PropertyBag.Decode(request.Args));
        if (request.Tok == GetResource)
        {
            return Found((string)args["urn"]);
        }

        var result = await mocks.CallAsync(new() { Token = request.Tok, Args = args, Provider = request.Provider });
        return new() { Return = PropertyBag.Encode(await SerializeAsync(request.Tok, result)) };
    }

    public Task RegisterResourceOutputsAsync(RegisterResourceOutputsRequest request) => mocks.RegisterResourceOutputs(new()
    {
        Urn = request.Urn,
        Outputs = Plain(PropertyBag.Decode(request.Outputs)),
    });

    public Task SignalAndWaitForShutdownAsync() => Task.CompletedTask;

    private static async Task<Dictionary<string, object?>> SerializeAsync(string label, object value)
    {
        var serialized = await new PropertySerializer(keepResources: true).SerializeAsync(label, value);
        return serialized as Dictionary<string, object?>
            ?? throw new InvalidOperationException(
                $"{label}: the mock gave a {value.GetType()}, expected a dictionary or an object of properties.");
    }

    private static ImmutableDictionary<string, object> Plain(PropertyMap properties)
    {
        var plain = ImmutableDictionary.CreateBuilder<string, object>();
        foreach (var member in properties)
        {
            if (ValueReader.Read(member.Value, typeof(object)) is { IsKnown: true, Value: { } value })
            {
                plain[member.Name] = value;
            }
        }

        return plain.ToImmutable();
    }

    private async Task<(string Id, Dictionary<string, object?> State)> MakeAsync(string urn, MockResourceArgs args)
    {
        var (id, state) = await mocks.NewResourceAsync(args);
        var made = (id ?? "", await SerializeAsync(args.Name!, state));
        registered[urn] = made;
        return made;
    }

    private ResourceInvokeResponse Found(string urn) => registered.TryGetValue(urn, out var made)
        ? new()
        {
            Return = PropertyBag.Encode(new() { ["urn"] = urn, ["id"] = made.Id, ["state"] = made.State }),
        }
        : throw new InvalidOperationException($"Unknown resource {urn}: it was not registered in this test.");

    private string UrnFor(string parent, string type, string name)
    {
        // urn:pulumi:<stack>::<project>::<qualified type>::<name>
        var parentType = parent.Split("::") is [_, _, var qualified, ..] && qualified != Stack.TypeToken ? $"{qualified}$" : "";
        return $"urn:pulumi:{settings.Stack}::{settings.Project}::{parentType}{type}::{name}";
    }
}
