using System.Text.Json;

namespace Costs.Tests.Conventions;

/// <summary>What the providers offer, from the schemas of this repository.</summary>
internal static class Schemas
{
    private static readonly JsonDocument[] Documents = [.. new[] { "aws.json", "aws-native.json" }.Select(Read)];

    public static IEnumerable<string> ResourceTypes =>
        Documents.SelectMany(document => document.RootElement.GetProperty("resources").EnumerateObject()).Select(resource => resource.Name);

    /// <summary>The inputs of a resource type.</summary>
    public static IEnumerable<string> Properties(string type) => Documents
        .Select(document => document.RootElement.GetProperty("resources"))
        .Where(resources => resources.TryGetProperty(type, out _))
        .SelectMany(resources => resources.GetProperty(type).GetProperty("inputProperties").EnumerateObject())
        .Select(property => property.Name);

    private static JsonDocument Read(string file) =>
        JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Repository.Root, "sdks", "schemas", file)));
}
