using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Policies.Tests.Builders;

/// <summary>Finds properties in the package schemas by their name, at any depth of a resource's inputs.</summary>
internal static partial class SchemaPlaces
{
    private static readonly string RepositoryRoot = typeof(SchemaPlaces).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == "RepositoryRoot").Value!;

    /// <summary>Every input of the package's resources whose name matches: productionVariants[].instanceType.</summary>
    public static IEnumerable<(string Type, string Path)> Find(string package, string module, Regex name)
    {
        using var schema = JsonDocument.Parse(
            File.ReadAllBytes(Path.Combine(RepositoryRoot, "sdks", "schemas", $"{package}.json")));
        var types = schema.RootElement.GetProperty("types");
        return
        [
            .. from resource in schema.RootElement.GetProperty("resources").EnumerateObject()
               where resource.Name.Split(':')[1].Split('/')[0] == module
               where resource.Value.TryGetProperty("inputProperties", out _)
               from path in Walk(resource.Value.GetProperty("inputProperties"), types, name, "", [])
               select (resource.Name, path),
        ];
    }

    /// <summary>Properties in which only this path is set.</summary>
    public static PropertyMap With(string path, object value)
    {
        var (step, rest) = path.Split('.', 2) is [var first, var others] ? (first, others) : (path, null);
        var isList = step.EndsWith("[]", StringComparison.Ordinal);
        var inner = rest is null ? value : PropertyValue.Of(With(rest, value));
        return PropertyMap.Of((isList ? step[..^2] : step, isList ? new[] { inner } : inner));
    }

    private static IEnumerable<string> Walk(JsonElement properties, JsonElement types, Regex name, string prefix, string[] seen)
    {
        foreach (var property in properties.EnumerateObject())
        {
            var isList = property.Value.TryGetProperty("type", out var kind) && kind.GetString() == "array";
            var path = $"{prefix}{property.Name}{(isList ? "[]" : "")}";
            if (name.IsMatch(property.Name))
            {
                yield return path;
            }

            foreach (var token in Refers(property.Value).Where(token => !seen.Contains(token)))
            {
                if (types.TryGetProperty(token, out var type) && type.TryGetProperty("properties", out var nested))
                {
                    foreach (var deeper in Walk(nested, types, name, $"{path}.", [.. seen, token]))
                    {
                        yield return deeper;
                    }
                }
            }
        }
    }

    private static IEnumerable<string> Refers(JsonElement property) =>
        Reference().Matches(property.GetRawText()).Select(match => Uri.UnescapeDataString(match.Groups["token"].Value));

    [GeneratedRegex("\"\\$ref\": ?\"#/types/(?<token>[^\"]+)\"")]
    private static partial Regex Reference();
}
