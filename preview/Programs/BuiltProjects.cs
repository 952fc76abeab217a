using System.Collections.Immutable;
using System.Reflection;
using Preview.Processes;

namespace Preview.Programs;

/// <summary>Projects that were built together with the preview, so that nothing is built when it runs.</summary>
/// <param name="AssembliesByFolder">The assembly of each project, by the folder of the project.</param>
internal sealed record BuiltProjects(ImmutableDictionary<string, string> AssembliesByFolder)
{
    /// <summary>Metadata of the preview's own assembly, written by its project file: folder|assembly, from the preview's output folder.</summary>
    public const string MetadataKey = "BuiltProject";

    private static readonly StringComparer PathComparer =
        OperatingSystem.IsLinux() ? StringComparer.Ordinal : StringComparer.OrdinalIgnoreCase;

    public static BuiltProjects None { get; } = new(ImmutableDictionary<string, string>.Empty);

    /// <summary>Those whose code is in the preview's own executable.</summary>
    public LinkedProjects Linked { get; init; } = LinkedProjects.None;

    /// <summary>What came along: with the tool the pack alone, since nobody's program comes with it.</summary>
    public static BuiltProjects OfThisBuild()
    {
        var entries = Installation.IsTool
            ? [$"{Installation.PackFolder}|{Path.Combine(Installation.PackFolder, $"{Installation.Pack}.dll")}"]
            : typeof(BuiltProjects).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
                .Where(metadata => metadata.Key == MetadataKey)
                .Select(metadata => metadata.Value!);
        return Of(entries, AppContext.BaseDirectory) with { Linked = LinkedProjects.OfThisExecutable };
    }

    public static BuiltProjects Of(IEnumerable<string> entries, string baseDirectory) => new(entries
        .Select(entry => entry.Split('|'))
        .ToImmutableDictionary(
            parts => Full(baseDirectory, parts[0]), parts => Full(baseDirectory, parts[1]), PathComparer));

    /// <summary>The built assembly of the project in a folder; null where there is none.</summary>
    public string? Find(string folder) =>
        AssembliesByFolder.TryGetValue(Full(folder, ""), out var assembly) && File.Exists(assembly) ? assembly : null;

    /// <summary>What loads the project in a folder into this process; null where it would have to be built.</summary>
    public Func<Assembly>? Loading(string folder)
    {
        var full = Full(folder, "");
        if (full == PackFolder && Linked.Pack is { } pack)
        {
            return pack.Load;
        }

        return Linked.Find(full) ?? (Find(full) is { } assembly ? () => InProcessAssembly.Load(assembly) : null);
    }

    /// <summary>The same, and the project in another folder, whose assembly this is too.</summary>
    public BuiltProjects With(string folder, string assembly) =>
        this with { AssembliesByFolder = AssembliesByFolder.SetItem(Full(folder, ""), assembly) };

    /// <summary>The folder of the pack that came along; null where it did not.</summary>
    public string? PackFolder => AssembliesByFolder.Keys.FirstOrDefault(folder => Path.GetFileName(folder) == Installation.PackFolder);

    private static string Full(string baseDirectory, string path) =>
        Path.TrimEndingDirectorySeparator(Path.GetFullPath(Path.Combine(baseDirectory, path)));
}
