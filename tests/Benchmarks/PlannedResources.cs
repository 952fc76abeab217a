using System.Text.Json;
using Google.Protobuf;
using Pulumirpc;

namespace Benchmarks;

/// <summary>Resources as they are: those that the program plans for prod, as often as a measurement wants them.</summary>
internal sealed class PlannedResources
{
    private readonly JsonElement[] resources;

    private PlannedResources(JsonElement[] resources) => this.resources = resources;

    public int Count => resources.Length;

    public static async Task<PlannedResources> OfProdAsync()
    {
        // Ends with 5 where prod violates a policy, which is of no interest here.
        var run = await Finished.RunAsync(Packs.Root, "dotnet", [Packs.Preview, "prod", "--json"]);
        using var plan = JsonDocument.Parse(run.Output[run.Output.IndexOf('{', StringComparison.Ordinal)..run.Output.LastIndexOf('}')] + "}");
        return new([.. plan.RootElement.GetProperty("resources").EnumerateArray().Select(resource => resource.Clone())]);
    }

    public IEnumerable<AnalyzeRequest> Requests(int count) => Enumerable.Range(0, count).Select(index => new AnalyzeRequest
    {
        Type = Text(index, "type"),
        Name = $"{Text(index, "name")}-{index}",
        Urn = $"{Text(index, "urn")}-{index}",
        Properties = Properties(index, "inputs"),
        Options = new() { Parent = Text(index, "parent"), CustomTimeouts = new() },
    });

    public AnalyzeStackRequest Stack(int count)
    {
        var request = new AnalyzeStackRequest();
        for (var index = 0; index < count; index++)
        {
            var resource = new AnalyzerResource
            {
                Type = Text(index, "type"),
                Name = $"{Text(index, "name")}-{index}",
                Urn = $"{Text(index, "urn")}-{index}",
                Parent = Text(index, "parent"),
                Properties = Properties(index, "outputs"),
                Options = new() { Parent = Text(index, "parent"), CustomTimeouts = new() },
            };
            foreach (var dependencies in At(index).GetProperty("propertyDependencies").EnumerateObject())
            {
                resource.PropertyDependencies[dependencies.Name] = new() { Urns = { dependencies.Value.EnumerateArray().Select(urn => urn.GetString()) } };
            }

            request.Resources.Add(resource);
        }

        return request;
    }

    private JsonElement At(int index) => resources[index % resources.Length];

    private string Text(int index, string name) => At(index).TryGetProperty(name, out var value) ? value.GetString()! : "";

    private ByteString Properties(int index, string name) => ByteString.CopyFrom(PropertyMap.Of(
        At(index).GetProperty(name).EnumerateObject().Select(member => KeyValuePair.Create(member.Name, (object?)member.Value))).Encoded.Span);
}
