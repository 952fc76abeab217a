using System.Collections.Immutable;
using Preview.CommandLine;

namespace Preview.Projects;

/// <summary>Pulumi.&lt;stack&gt;.yaml.</summary>
/// <param name="FileName">Its name, for messages.</param>
/// <param name="Config">Its settings by namespace:name.</param>
/// <param name="Warnings">What in it is of no effect here.</param>
internal sealed record StackFile(string FileName, ImmutableDictionary<string, YamlNode> Config, ImmutableArray<string> Warnings)
{
    private const string Prefix = "Pulumi.";
    private const string Extension = ".yaml";

    private static readonly ImmutableArray<string> KnownMembers =
        ["config", "secretsprovider", "encryptedkey", "encryptionsalt", "environment"];

    /// <exception cref="UserErrorException">There is no such stack, or its file is faulty.</exception>
    public static StackFile Read(ProjectFile project, string stack)
    {
        var path = PathOf(project, stack);
        if (File.Exists(path))
        {
            return Read(project.Name, Path.GetFileName(path), File.ReadAllText(path));
        }

        // Where no stack has a file, as in a fresh clone of many projects, none can be misspelt.
        var stacks = StacksOf(project);
        return stacks.Length == 0
            ? new(Path.GetFileName(path), ImmutableDictionary<string, YamlNode>.Empty,
                [$"There is no {path}, nor a file of another stack: {stack} has the defaults of {ProjectFile.FileName} and what --config gives."])
            : throw UserErrorException.Usage(
                $"There is no stack {stack}; the project has {string.Join(", ", stacks)}.{Spelling.Suggest(stack, stacks)} "
                + $"A stack is a file {Prefix}<stack>{Extension} in {project.StackConfigDirectory}.");
    }

    /// <summary>Whether a file of that name is one of a stack; Pulumi.yaml itself is none.</summary>
    public static bool IsStackFile(string fileName) =>
        fileName.Length > Prefix.Length + Extension.Length
        && fileName.StartsWith(Prefix, StringComparison.Ordinal)
        && fileName.EndsWith(Extension, StringComparison.Ordinal);

    /// <summary>Where the file of a stack is, if there is such a stack.</summary>
    public static string PathOf(ProjectFile project, string stack) =>
        Path.Combine(project.StackConfigDirectory, $"{Prefix}{stack}{Extension}");

    public static StackFile Read(string project, string fileName, string text)
    {
        var file = YamlReader.ReadMap(text, fileName);
        var warnings = ImmutableArray.CreateBuilder<string>();
        foreach (var (name, value) in file.Members.Where(member => !KnownMembers.Contains(member.Name)))
        {
            warnings.Add($"{fileName}, line {value.Line}: {name} is of no effect; settings stand under config."
                + Spelling.Suggest(name, KnownMembers));
        }

        if (file["environment"] is not null)
        {
            warnings.Add($"{fileName} imports environments of Pulumi ESC, which only a login can read: settings that come from there are missing here.");
        }

        return new(fileName, ReadConfig(project, fileName, file["config"]), warnings.ToImmutable());
    }

    private static ImmutableDictionary<string, YamlNode> ReadConfig(string project, string fileName, YamlNode? config)
    {
        var settings = ImmutableDictionary.CreateBuilder<string, YamlNode>();
        switch (config)
        {
            case null or YamlScalar { Text: "" }:
                break;
            case YamlMap map:
                foreach (var (name, value) in map.Members)
                {
                    settings[ConfigKey.Qualify(project, name)] = value;
                }

                break;
            default:
                throw new UserErrorException($"{fileName}, line {config.Line}: config is {config.Kind}; expected is a map of settings.");
        }

        return settings.ToImmutable();
    }

    private static string[] StacksOf(ProjectFile project) => Directory.Exists(project.StackConfigDirectory)
        ? [.. Directory.EnumerateFiles(project.StackConfigDirectory, $"{Prefix}*{Extension}")
            .Select(Path.GetFileName)
            .Where(name => IsStackFile(name!))
            .Select(name => name![Prefix.Length..^Extension.Length])
            .Order(StringComparer.Ordinal)]
        : [];
}
