using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Google.Protobuf;
using Pulumirpc;

namespace Benchmarks;

/// <summary>
/// Resources as they are: those that the program plans for prod, as often as a measurement wants them. Each copy of the plan is one that
/// could be deployed beside the others: its URNs and the names that end in random letters are its own, and its resources refer to each other.
/// </summary>
internal sealed partial class PlannedResources
{
    private readonly string plan;
    private readonly List<JsonElement> resources = [];
    private int copies;

    private PlannedResources(string plan) => this.plan = plan;

    public static async Task<PlannedResources> OfProdAsync()
    {
        // Ends with 5 where prod violates a policy, which is of no interest here.
        var run = await Finished.RunAsync(Packs.Root, "dotnet", [Packs.Preview, "prod", "--json"]);
        return new(run.Output[run.Output.IndexOf('{', StringComparison.Ordinal)..run.Output.LastIndexOf('}')] + "}");
    }

    public IEnumerable<AnalyzeRequest> Requests(int count) => Enumerable.Range(0, count).Select(At).Select(resource => new AnalyzeRequest
    {
        Type = Text(resource, "type"),
        Name = Name(resource),
        Urn = Text(resource, "urn"),
        Properties = Properties(resource, "inputs"),
        Options = new() { Parent = Text(resource, "parent"), CustomTimeouts = new() },
    });

    public AnalyzeStackRequest Stack(int count)
    {
        var request = new AnalyzeStackRequest();
        foreach (var planned in Enumerable.Range(0, count).Select(At))
        {
            var resource = new AnalyzerResource
            {
                Type = Text(planned, "type"),
                Name = Name(planned),
                Urn = Text(planned, "urn"),
                Parent = Text(planned, "parent"),
                Properties = Properties(planned, "outputs"),
                Options = new() { Parent = Text(planned, "parent"), CustomTimeouts = new() },
            };
            foreach (var dependencies in planned.GetProperty("propertyDependencies").EnumerateObject())
            {
                resource.PropertyDependencies[dependencies.Name] = new() { Urns = { dependencies.Value.EnumerateArray().Select(urn => urn.GetString()) } };
            }

            request.Resources.Add(resource);
        }

        return request;
    }

    private JsonElement At(int index)
    {
        while (index >= resources.Count)
        {
            using var document = JsonDocument.Parse(Copy(copies++));
            resources.AddRange(document.RootElement.GetProperty("resources").EnumerateArray().Select(resource => resource.Clone()));
        }

        return resources[index];
    }

    private string Copy(int number) => RandomEnding().Replace(
        Urn().Replace(plan, string.Create(CultureInfo.InvariantCulture, $"\"$1-{number}\"")),
        ending => (int.Parse(ending.Value, NumberStyles.HexNumber, CultureInfo.InvariantCulture) ^ number).ToString("x7", CultureInfo.InvariantCulture));

    private static string Name(JsonElement resource) => Text(resource, "urn").Split("::")[^1];

    private static string Text(JsonElement resource, string name) => resource.TryGetProperty(name, out var value) ? value.GetString()! : "";

    private static ByteString Properties(JsonElement resource, string name) => ByteString.CopyFrom(PropertyMap.Of(
        resource.GetProperty(name).EnumerateObject().Select(member => KeyValuePair.Create(member.Name, (object?)member.Value))).Encoded.Span);

    [GeneratedRegex("""
        "(urn:pulumi:[^"]*)"
        """)]
    private static partial Regex Urn();

    [GeneratedRegex("(?<=-)[0-9a-f]{7}(?![0-9A-Za-z])")]
    private static partial Regex RandomEnding();
}
