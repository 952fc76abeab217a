using Preview.CommandLine;
using Preview.Projects;

namespace Preview.Policies;

/// <summary>PulumiPolicy.yaml.</summary>
/// <param name="Runtime">Language of the pack: dotnet or nodejs; empty beside an executable.</param>
/// <param name="Binary">A pack that is built already (runtime.options.binary), as written.</param>
/// <param name="Version">A version that takes the place of the pack's own.</param>
internal sealed record PolicyPackFile(string Runtime, string? Binary, string? Version)
{
    public const string FileName = "PulumiPolicy.yaml";

    public static PolicyPackFile None { get; } = new("", null, null);

    /// <exception cref="UserErrorException">The file is faulty.</exception>
    public static PolicyPackFile Read(string path)
    {
        var file = YamlReader.ReadMap(File.ReadAllText(path), path);
        var version = (file["version"] as YamlScalar)?.Text;
        return file["runtime"] switch
        {
            YamlScalar { Text: { Length: > 0 } name } => new(name, null, version),
            YamlMap map when map["name"] is YamlScalar { Text: { Length: > 0 } name } =>
                new(name, map["options"] is YamlMap options ? (options["binary"] as YamlScalar)?.Text : null, version),
            _ => throw new UserErrorException($"{path} has no runtime; add for example: runtime: dotnet"),
        };
    }
}
