using System.Collections.Immutable;
using Pulumirpc;

namespace Preview.Verdicts;

/// <summary>Turns what programs say of their source into places that a reviewer finds in the repository.</summary>
internal static class SourcePlaces
{
    /// <summary>Packages of Node.js are inside of a repository without being part of it.</summary>
    private const string NodePackages = "node_modules";

    /// <summary>The folder with .git, upwards from that of Pulumi.yaml; that itself where there is none.</summary>
    public static string RepositoryOf(string projectDirectory)
    {
        for (var folder = new DirectoryInfo(projectDirectory); folder is not null; folder = folder.Parent)
        {
            // In a worktree it is a file.
            if (Path.Exists(Path.Combine(folder.FullName, ".git")))
            {
                return folder.FullName;
            }
        }

        return projectDirectory;
    }

    /// <summary>Those inside of the repository; what a package brings along has no place there.</summary>
    public static ImmutableDictionary<string, SourcePlace> Of(IReadOnlyDictionary<string, SourcePosition> positions, string repository)
    {
        var places = ImmutableDictionary.CreateBuilder<string, SourcePlace>(StringComparer.Ordinal);
        foreach (var (urn, position) in positions)
        {
            if (Uri.TryCreate(position.Uri, UriKind.Absolute, out var uri) && uri.IsFile
                && Inside(repository, uri.LocalPath) is { } path && !path.Split('/').Contains(NodePackages))
            {
                places[urn] = new(path, position.Line);
            }
        }

        return places.ToImmutable();
    }

    /// <summary>The path from a folder, with forward slashes; null where it leads out of it.</summary>
    public static string? Inside(string folder, string path)
    {
        var relative = Path.GetRelativePath(folder, path).Replace(Path.DirectorySeparatorChar, '/');
        return relative == ".." || relative.StartsWith("../", StringComparison.Ordinal) || Path.IsPathRooted(relative) ? null : relative;
    }
}
