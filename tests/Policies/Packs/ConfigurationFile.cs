using System.Reflection;
using System.Text.Json;
using Google.Protobuf;
using Rpc = Pulumirpc;

namespace Policies.Tests.Packs;

/// <summary>A file of policies/config/.</summary>
/// <param name="Levels">The policies it names, in its order, each with its level.</param>
/// <param name="Settings">The settings it gives, by policy.</param>
internal sealed record ConfigurationFile(
    IReadOnlyList<(string Name, EnforcementLevel Level)> Levels, IReadOnlyDictionary<string, PropertyMap> Settings)
{
    private const string LevelName = "enforcementLevel";

    public static readonly string Folder = Path.Combine(
        typeof(ConfigurationFile).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(data => data.Key == "RepositoryRoot").Value!,
        "policies",
        "config");

    public static IReadOnlyList<string> Names { get; } = ["dev", "prod", "audit"];

    public static ConfigurationFile Read(string name)
    {
        using var json = JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder, $"{name}.json")));
        var policies = json.RootElement.Clone().EnumerateObject().ToArray();
        return new(
            [.. policies.Select(policy => (policy.Name, Level(policy.Value)))],
            policies.Where(policy => policy.Value.ValueKind == JsonValueKind.Object).ToDictionary(
                policy => policy.Name,
                policy => PropertyMap.Of(policy.Value.EnumerateObject().Where(setting => setting.Name != LevelName)
                    .Select(setting => KeyValuePair.Create(setting.Name, (object?)setting.Value)))));
    }

    /// <summary>What an engine makes of it.</summary>
    public Rpc.ConfigureAnalyzerRequest Request()
    {
        var request = new Rpc.ConfigureAnalyzerRequest();
        foreach (var (name, level) in Levels)
        {
            request.PolicyConfig.Add(name, new()
            {
                EnforcementLevel = (Rpc.EnforcementLevel)level,
                Properties = ByteString.CopyFrom(Settings.GetValueOrDefault(name, PropertyMap.Empty).Encoded.Span),
            });
        }

        return request;
    }

    private static EnforcementLevel Level(JsonElement policy) => Enum.Parse<EnforcementLevel>(
        (policy.ValueKind == JsonValueKind.String ? policy : policy.GetProperty(LevelName)).GetString()!, ignoreCase: true);
}
