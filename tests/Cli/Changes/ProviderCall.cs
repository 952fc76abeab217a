using System.Text.Json.Nodes;

namespace Cli.Tests.Changes;

/// <summary>A resource that the engine had a provider create, update or delete.</summary>
internal sealed record ProviderCall(string Method, string Urn, JsonNode Properties)
{
    private static readonly string[] Changing = ["create", "update", "delete"];

    public string Type => TypeOf(Urn);

    public string Kind => KindOf(Urn);

    public string Name => Urn[(Urn.LastIndexOf("::", StringComparison.Ordinal) + 2)..];

    /// <summary>The type token of a resource, without those of its parents.</summary>
    public static string TypeOf(string urn) => urn.Split("::")[2].Split('$')[^1];

    /// <summary>What a resource is called in the SDK.</summary>
    public static string KindOf(string urn) => TypeOf(urn).Split(':')[^1];

    /// <summary>The changes in a log of the stand-in providers, in their order; other calls and previews change nothing.</summary>
    public static IEnumerable<ProviderCall> ReadLog(string file) =>
        from line in File.ReadLines(file)
        let call = JsonNode.Parse(line)!
        let method = (string)call["method"]!
        where Changing.Contains(method)
        select new ProviderCall(method, (string)call["urn"]!, call["properties"] ?? new JsonObject());

    public override string ToString() => $"{Method} {Kind} {Name}";
}
