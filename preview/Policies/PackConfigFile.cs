using System.Collections.Immutable;
using System.Text.Json;
using Preview.CommandLine;
using Preview.Engine;
using Pulumirpc;

namespace Preview.Policies;

/// <summary>What a user sets for the policies of a pack: a level, settings, or both, by policy name or for "all".</summary>
internal sealed record PackConfigFile(ImmutableSortedDictionary<string, PolicySetting> Policies)
{
    public const string AllPolicies = "all";

    /// <summary>The setting by which a stack names its file, in the namespace of the pack; the path is relative to Pulumi.yaml.</summary>
    private const string StackKey = "policyPackConfig";

    private const string LevelKey = "enforcementLevel";

    /// <summary>Names of environments of Pulumi Cloud, which mean nothing here.</summary>
    private const string EnvironmentsKey = "environments";

    public static PackConfigFile Empty { get; } = new(ImmutableSortedDictionary.Create<string, PolicySetting>(StringComparer.Ordinal));

    /// <summary>The path as the user gave it; empty for no file.</summary>
    public string Source { get; private init; } = "";

    /// <param name="source">The path as given with --policy-pack-config.</param>
    /// <param name="directory">What it is relative to.</param>
    /// <exception cref="UserErrorException">The file is missing or faulty.</exception>
    public static PackConfigFile Read(string source, string directory) =>
        Read(source, directory, whoNames: "--policy-pack-config");

    /// <summary>The file that the stack names for a pack; null where it names none.</summary>
    /// <exception cref="UserErrorException">The file is missing or faulty.</exception>
    public static PackConfigFile? OfStack(EngineSettings settings, string pack, string projectDirectory) =>
        settings.Config[$"{pack}:{StackKey}"] is { Length: > 0 } source
            ? Read(source, projectDirectory, whoNames: $"{pack}:{StackKey} of the stack {settings.Stack}")
            : null;

    public static PackConfigFile Parse(string text, string path)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return Empty;
        }

        try
        {
            using var json = JsonDocument.Parse(text, new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
            return json.RootElement.ValueKind == JsonValueKind.Object
                ? new(json.RootElement.EnumerateObject()
                    .Where(member => member.Name != EnvironmentsKey)
                    .ToImmutableSortedDictionary(
                        member => member.Name, member => ReadPolicy(path, member.Name, member.Value), StringComparer.Ordinal))
                : throw new UserErrorException($"{path} holds no JSON object; expected are policy names, each with a level or settings.");
        }
        catch (JsonException fault)
        {
            throw new UserErrorException($"{path} is no JSON: {fault.Message}");
        }
    }

    private static PackConfigFile Read(string source, string directory, string whoNames)
    {
        var path = Path.Combine(directory, source);
        return File.Exists(path)
            ? Parse(File.ReadAllText(path), source) with { Source = source }
            : throw UserErrorException.Usage($"There is no file {path}, which {whoNames} names.");
    }

    private static PolicySetting ReadPolicy(string path, string policy, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.String:
                return new(ReadLevel(path, policy, value), PropertyMap.Empty);
            case JsonValueKind.Object:
                var level = value.TryGetProperty(LevelKey, out var given) ? ReadLevel(path, policy, given) : default(EnforcementLevel?);
                var settings = PropertyMap.Of(value.EnumerateObject()
                    .Where(member => member.Name != LevelKey)
                    .Select(member => KeyValuePair.Create(member.Name, (object?)member.Value)));
                return policy == AllPolicies && !settings.IsEmpty
                    ? throw new UserErrorException($"{path}: \"{AllPolicies}\" takes {LevelKey} only; settings belong to single policies.")
                    : new(level, settings);
            default:
                throw new UserErrorException(
                    $"{path}: {policy} is {value.GetRawText()}; accepted are a level ({Levels.Names}) or an object with {LevelKey} and settings.");
        }
    }

    private static EnforcementLevel ReadLevel(string path, string policy, JsonElement value) =>
        (value.ValueKind == JsonValueKind.String ? Levels.Parse(value.GetString()!) : null)
        ?? throw new UserErrorException($"{path}: the level of {policy} is {value.GetRawText()}; accepted are {Levels.Names}.");
}

/// <param name="Level">Null where the file leaves it as it is.</param>
/// <param name="Settings">Settings that the file gives.</param>
internal sealed record PolicySetting(EnforcementLevel? Level, PropertyMap Settings);
