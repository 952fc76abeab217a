using System.Collections.Immutable;
using System.Globalization;
using Preview.CommandLine;

namespace Preview.Projects;

/// <summary>Makes the settings of a run: stack file, over it the command line, under it the defaults of the project.</summary>
internal sealed class StackConfigBuilder(ProjectFile project, StackFile stackFile, string stack, SecretValues secrets)
{
    private readonly Dictionary<string, YamlNode> settings = new(stackFile.Config);
    private readonly HashSet<string> secretKeys = new(StringComparer.Ordinal);
    private readonly HashSet<string> fromArguments = new(StringComparer.Ordinal);
    private readonly List<string> placeholders = [];
    private readonly List<string> faults = [];

    /// <exception cref="UserErrorException">A setting is missing or faulty; all of them are named.</exception>
    public StackConfig Build(IEnumerable<KeyValuePair<string, string>> overrides)
    {
        foreach (var (key, value) in overrides)
        {
            Override(key, value);
        }

        AddDefaults();
        foreach (var key in settings.Keys.Order(StringComparer.Ordinal).ToArray())
        {
            settings[key] = Reveal(key, key, settings[key]);
        }

        CheckDeclared();
        return faults.Count == 0
            ? new(
                settings.ToImmutableSortedDictionary(setting => setting.Key, setting => ConfigText.Of(setting.Value), StringComparer.Ordinal),
                secretKeys.ToImmutableSortedSet(StringComparer.Ordinal),
                [.. placeholders])
            {
                FromArguments = fromArguments.ToImmutableSortedSet(StringComparer.Ordinal),
            }
            : throw new UserErrorException(string.Join(Environment.NewLine, faults));
    }

    /// <summary>Settings of the project's own namespace that it does not declare: most likely misspelt.</summary>
    public IEnumerable<string> Undeclared() =>
        from key in stackFile.Config.Keys.Order(StringComparer.Ordinal)
        where IsUndeclared(key)
        select $"{stackFile.FileName}, line {stackFile.Config[key].Line}: {key} is not declared in {ProjectFile.FileName}."
            + Spelling.Suggest(key, project.Config.Select(declared => declared.Key));

    private void Override(string key, string value)
    {
        var qualified = ConfigKey.Qualify(project.Name, key);
        var declared = project.Config.FirstOrDefault(setting => setting.Key == qualified);
        if (IsUndeclared(qualified))
        {
            throw UserErrorException.Usage(
                $"--config {key}: the project declares no such setting; it has {string.Join(", ", project.Config.Select(setting => setting.DeclaredKey))}."
                + Spelling.Suggest(key, project.Config.Select(setting => setting.DeclaredKey)));
        }

        if (declared is { IsSecret: true } || settings.GetValueOrDefault(qualified) is { } given && IsSecure(given, out _))
        {
            throw UserErrorException.Usage(
                $"--config {key}: the setting is secret, and arguments can be read by others; give its value in the environment variable "
                + $"{SecretValues.VariableFor(qualified)} or in the file of --secrets.");
        }

        fromArguments.Add(qualified);
        settings[qualified] = declared?.Type is { Name: "array" or "object" }
            ? YamlReader.ReadMap($"value: {value}", $"--config {key}")["value"]!
            : new YamlScalar(value, IsPlain: false, Line: 1);
    }

    private bool IsUndeclared(string key) =>
        !project.Config.IsEmpty
        && key.StartsWith($"{project.Name}:", StringComparison.Ordinal)
        && !project.Config.Any(declared => declared.Key == key);

    private void AddDefaults()
    {
        var missing = new List<string>();
        foreach (var declared in project.Config.OrderBy(declared => declared.DeclaredKey, StringComparer.Ordinal))
        {
            if (settings.ContainsKey(declared.Key))
            {
                continue;
            }

            if (declared.Default is { } byDefault)
            {
                settings[declared.Key] = byDefault;
            }
            else if (declared.Key.StartsWith($"{project.Name}:", StringComparison.Ordinal))
            {
                missing.Add($"'{declared.DeclaredKey}'");
            }
        }

        if (missing.Count > 0)
        {
            var names = missing.Count == 1 ? missing[0] : $"{string.Join(", ", missing.SkipLast(1))} and {missing[^1]}";
            faults.Add($"Stack '{stack}' is missing configuration {(missing.Count == 1 ? "value" : "values")} {names}; "
                + $"set {(missing.Count == 1 ? "it" : "them")} in {stackFile.FileName}, or for one run with --config.");
        }
    }

    private void CheckDeclared()
    {
        foreach (var declared in project.Config.Where(declared => declared.Type is not null && settings.ContainsKey(declared.Key)))
        {
            var about = $"Stack '{stack}' with configuration key '{declared.DeclaredKey}'";
            if (declared.IsSecret && !secretKeys.Contains(declared.Key))
            {
                faults.Add($"{about} must be encrypted as it's secret; run: pulumi config set --secret {declared.DeclaredKey}");
            }
            else if (!placeholders.Contains(declared.Key) && !declared.Type!.Accepts(settings[declared.Key]))
            {
                var place = fromArguments.Contains(declared.Key) ? "the argument of --config" : stackFile.FileName;
                faults.Add($"{about} must be of type '{declared.Type}'; correct it in {place}.");
            }
        }
    }

    /// <summary>The setting with every secure part replaced by its real value or a placeholder.</summary>
    private YamlNode Reveal(string key, string path, YamlNode node)
    {
        if (IsSecure(node, out var line))
        {
            secretKeys.Add(key);
            if (secrets.Find(path) is { } value)
            {
                return new YamlScalar(value, IsPlain: false, line);
            }

            placeholders.Add(path);
            return new YamlScalar(SecretValues.Placeholder, IsPlain: false, line);
        }

        return node switch
        {
            YamlMap map => map with
            {
                Members = [.. map.Members.Select(member => member with { Value = Reveal(key, $"{path}.{member.Name}", member.Value) })],
            },
            YamlList list => list with
            {
                Items = [.. list.Items.Select((item, index) =>
                    Reveal(key, string.Create(CultureInfo.InvariantCulture, $"{path}[{index}]"), item))],
            },
            _ => node,
        };
    }

    /// <summary>An encrypted value is a map of one member, "secure".</summary>
    private static bool IsSecure(YamlNode node, out int line)
    {
        line = node.Line;
        return node is YamlMap { Members: [{ Name: "secure", Value: YamlScalar }] };
    }
}
