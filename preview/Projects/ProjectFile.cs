using System.Collections.Immutable;
using Preview.CommandLine;

namespace Preview.Projects;

/// <summary>Pulumi.yaml, as far as a preview needs it.</summary>
/// <param name="Path">The file.</param>
/// <param name="Name">Name of the project: part of every URN, and the namespace of its settings.</param>
/// <param name="Runtime">Language of the program: dotnet or nodejs.</param>
/// <param name="Binary">A program that is built already (runtime.options.binary), as written.</param>
/// <param name="Main">Folder or file of the program, as written; null: the folder of Pulumi.yaml.</param>
/// <param name="StackConfigDirectory">Folder of the stack files.</param>
/// <param name="Config">Settings that the project declares.</param>
internal sealed record ProjectFile(
    string Path,
    string Name,
    string Runtime,
    string? Binary,
    string? Main,
    string StackConfigDirectory,
    ImmutableArray<DeclaredSetting> Config)
{
    public const string FileName = "Pulumi.yaml";

    /// <summary>The folder of Pulumi.yaml.</summary>
    public string Directory => System.IO.Path.GetDirectoryName(Path)!;

    /// <summary>Finds Pulumi.yaml here or in the nearest folder above.</summary>
    /// <exception cref="UserErrorException">There is none.</exception>
    public static string Find(string startDirectory)
    {
        if (!System.IO.Directory.Exists(startDirectory))
        {
            throw new UserErrorException($"There is no folder {startDirectory}; give the one of {FileName}, or one inside of it.");
        }

        for (var folder = new DirectoryInfo(System.IO.Path.GetFullPath(startDirectory)); folder is not null; folder = folder.Parent)
        {
            var path = System.IO.Path.Combine(folder.FullName, FileName);
            if (File.Exists(path))
            {
                return path;
            }
        }

        throw new UserErrorException(
            $"There is no {FileName} in {System.IO.Path.GetFullPath(startDirectory)} or above it; run the preview inside of a project, or give its folder with --project.");
    }

    /// <exception cref="UserErrorException">It is faulty.</exception>
    public static ProjectFile Read(string path) => Read(path, File.ReadAllText(path));

    public static ProjectFile Read(string path, string text)
    {
        var file = YamlReader.ReadMap(text, FileName);
        var name = Text(file, "name") is { Length: > 0 } given
            ? given
            : throw new UserErrorException($"{path} has no name; add for example: name: my-project");
        var (runtime, binary) = ReadRuntime(path, file["runtime"]);
        var directory = System.IO.Path.GetDirectoryName(path)!;
        return new(path, name, runtime, binary, Text(file, "main"), StackDirectory(file, directory), ReadConfig(file["config"], name));
    }

    private static string StackDirectory(YamlMap file, string directory) =>
        (Text(file, "stackConfigDir") ?? (file["config"] as YamlScalar)?.Text) is { Length: > 0 } folder
            ? System.IO.Path.GetFullPath(System.IO.Path.Combine(directory, folder))
            : directory;

    private static (string Name, string? Binary) ReadRuntime(string path, YamlNode? runtime) => runtime switch
    {
        YamlScalar { Text: { Length: > 0 } name } => (name, null),
        YamlMap map when Text(map, "name") is { Length: > 0 } name =>
            (name, map["options"] is YamlMap options ? Text(options, "binary") : null),
        _ => throw new UserErrorException($"{path} has no runtime; add for example: runtime: dotnet"),
    };

    private static ImmutableArray<DeclaredSetting> ReadConfig(YamlNode? config, string project) => config switch
    {
        null or YamlScalar => [],
        YamlMap map => [.. map.Members.Select(member => DeclaredSetting.Read(project, member.Name, member.Value))],
        _ => throw new UserErrorException($"{FileName}, line {config.Line}: config is {config.Kind}; expected is a map of settings."),
    };

    private static string? Text(YamlMap map, string name) => map[name] switch
    {
        null => null,
        YamlScalar scalar => scalar.Text,
        var other => throw new UserErrorException($"{FileName}, line {other.Line}: {name} is {other.Kind}; expected is a single value."),
    };
}
