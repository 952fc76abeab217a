using System.Collections.Immutable;
using System.Reflection;
using System.Security.Cryptography;

namespace Preview.Programs;

/// <summary>
/// Projects whose code is in this executable, which was compiled natively together with them (Native.targets). A list of their sources
/// came along: a project that has changed since, or another one, is not the one in here.
/// </summary>
/// <param name="Projects">Name of each assembly, and its sources.</param>
internal sealed record LinkedProjects(ImmutableArray<LinkedProject> Projects)
{
    private const string Prefix = "linked/";

    public static LinkedProjects OfThisExecutable { get; } = new(
        [.. typeof(LinkedProjects).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
            .Select(name => new LinkedProject(name[Prefix.Length..], Lines(name)))]);

    public static LinkedProjects None { get; } = new(ImmutableArray<LinkedProject>.Empty);

    /// <summary>The pack, which comes along without its sources, too.</summary>
    public LinkedProject? Pack => Projects.FirstOrDefault(project => project.Assembly == Installation.Pack);

    /// <summary>Loads what is in here of the project in a folder; null where that is another one.</summary>
    public Func<Assembly>? Find(string folder) =>
        Projects.FirstOrDefault(project => project.IsThatOf(folder)) is { } found ? found.Load : null;

    private static ImmutableArray<SourceFile> Lines(string resource)
    {
        using var lines = new StreamReader(typeof(LinkedProjects).Assembly.GetManifestResourceStream(resource)!);
        var files = ImmutableArray.CreateBuilder<SourceFile>();
        while (lines.ReadLine() is { } line)
        {
            var parts = line.Split(' ', 2);
            files.Add(new(parts[1].Replace('\\', '/'), parts[0]));
        }

        return files.ToImmutable();
    }
}

/// <summary>A project whose code is in this executable.</summary>
/// <param name="Assembly">Name of its assembly.</param>
/// <param name="Sources">What it was compiled from.</param>
internal sealed record LinkedProject(string Assembly, ImmutableArray<SourceFile> Sources)
{
    private static readonly ImmutableArray<string> Outputs = ["bin", "obj"];

    /// <summary>Whether a folder has these sources and no others.</summary>
    public bool IsThatOf(string folder) =>
        Sources.All(source => File.Exists(Path.Combine(folder, source.Path)))
        && Code(folder).All(file => Sources.Any(source => source.Path == Path.GetRelativePath(folder, file).Replace('\\', '/')))
        && Sources.All(source => source.Hash.Equals(HashOf(Path.Combine(folder, source.Path)), StringComparison.OrdinalIgnoreCase));

    public Assembly Load() => System.Reflection.Assembly.Load(new AssemblyName(Assembly));

    private static IEnumerable<string> Code(string folder) => Directory.EnumerateFiles(folder, "*.cs").Concat(
        Directory.EnumerateDirectories(folder)
            .Where(inner => !Outputs.Contains(Path.GetFileName(inner)))
            .SelectMany(inner => Directory.EnumerateFiles(inner, "*.cs", SearchOption.AllDirectories)));

    private static string HashOf(string path) => Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(path)));
}

/// <summary>A file that a project was compiled from.</summary>
/// <param name="Path">From the folder of the project.</param>
/// <param name="Hash">SHA-256 of its content, hexadecimal.</param>
internal sealed record SourceFile(string Path, string Hash);
