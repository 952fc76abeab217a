using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Preview.CommandLine;
using Preview.Engine;
using Preview.Imports;
using Pulumirpc;

namespace Preview.Policies;

/// <summary>What a user sets for the policies of a pack: a level, settings, or both, by policy name or for "all".</summary>
internal sealed record PackConfigFile(ImmutableSortedDictionary<string, PolicySetting> Policies)
{
    public const string AllPolicies = "all";

    /// <summary>The setting by which a stack names its file, in the namespace of the pack; the path is relative to Pulumi.yaml.</summary>
    private const string StackKey = "policyPackConfig";

    /// <summary>Where a pack keeps configurations of its own, each a file that is called after it.</summary>
    private const string Folder = "config";

    private const string Extension = ".json";

    private const string LevelKey = "enforcementLevel";

    /// <summary>Names of environments of Pulumi Cloud, which mean nothing here.</summary>
    private const string EnvironmentsKey = "environments";

    public static PackConfigFile Empty { get; } = new(ImmutableSortedDictionary.Create<string, PolicySetting>(StringComparer.Ordinal));

    /// <summary>The path as the user gave it; empty for no file.</summary>
    public string Source { get; private init; } = "";

    /// <summary>The file of a --policy-pack-config; null where that is empty.</summary>
    /// <param name="source">A path, or the name of a configuration that the pack brings along.</param>
    /// <param name="directory">What a path is relative to.</param>
    /// <param name="pack">The pack that it is for.</param>
    /// <exception cref="UserErrorException">The file is missing or faulty.</exception>
    public static PackConfigFile? Read(string source, string directory, PackLocation pack) =>
        source.Length == 0 ? null : ReadFile(source, Locate(source, directory, pack));

    /// <summary>The file that the stack names for a pack; null where it names none.</summary>
    /// <exception cref="UserErrorException">The file is missing or faulty.</exception>
    public static PackConfigFile? OfStack(EngineSettings settings, string name, string projectDirectory, PackLocation pack) =>
        settings.Config[$"{name}:{StackKey}"] is { Length: > 0 } source
            ? ReadFile(source, Locate(source, projectDirectory, pack, whoNames: $"{name}:{StackKey} of the stack {settings.Stack}"))
            : null;

    /// <summary>The full path of a file that is given by its path, or by the name that the pack calls it.</summary>
    /// <exception cref="UserErrorException">There is none.</exception>
    public static string Locate(string source, string directory, PackLocation pack, string whoNames = "--policy-pack-config")
    {
        var path = Path.GetFullPath(Path.Combine(directory, source));
        if (File.Exists(path))
        {
            return path;
        }

        var names = NamesOf(pack);
        return names.Contains(source)
            ? Path.Combine(pack.Directory, Folder, source + Extension)
            : throw new UserErrorException($"There is no file {path}, which {whoNames} names."
                + (names.IsEmpty ? "" : $" The policy pack {pack.Source} has the configurations {string.Join(", ", names)}."));
    }

    /// <exception cref="UserErrorException">The CLI would refuse the file, or take one of two values without a word.</exception>
    public static PackConfigFile Parse(string text, string path)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return Empty;
        }

        try
        {
            using var json = JsonDocument.Parse(text);
            if (Repeated(json.RootElement, "") is { } repeated)
            {
                throw new UserErrorException($"{path}: {repeated} is there twice; keep one of them.");
            }

            return json.RootElement.ValueKind == JsonValueKind.Object
                ? new(json.RootElement.EnumerateObject()
                    .Where(member => member.Name != EnvironmentsKey)
                    .ToImmutableSortedDictionary(
                        member => member.Name, member => ReadPolicy(path, member.Name, member.Value), StringComparer.Ordinal))
                : throw new UserErrorException($"{path} holds no JSON object; expected are policy names, each with a level or settings.");
        }
        catch (JsonException fault)
        {
            throw new UserErrorException(
                $"{path} is no JSON: {fault.Where()}. Comments and commas after the last value are not accepted.");
        }
    }

    /// <summary>The path of a name that one object has twice, at any depth; null where there is none.</summary>
    private static string? Repeated(JsonElement value, string path)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                var names = new HashSet<string>(StringComparer.Ordinal);
                return value.EnumerateObject()
                    .Select(member => (member, Path: path.Length == 0 ? member.Name : $"{path}.{member.Name}"))
                    .Select(one => names.Add(one.member.Name) ? Repeated(one.member.Value, one.Path) : one.Path)
                    .FirstOrDefault(found => found is not null);
            case JsonValueKind.Array:
                return value.EnumerateArray()
                    .Select((item, index) => Repeated(item, string.Create(CultureInfo.InvariantCulture, $"{path}[{index}]")))
                    .FirstOrDefault(found => found is not null);
            default:
                return null;
        }
    }

    private static PackConfigFile ReadFile(string source, string path) => Parse(File.ReadAllText(path), source) with { Source = source };

    private static ImmutableArray<string> NamesOf(PackLocation pack)
    {
        var folder = Path.Combine(pack.Directory, Folder);
        return Directory.Exists(folder)
            ? [.. Directory.GetFiles(folder, $"*{Extension}").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal)]
            : [];
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
