using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using Preview.Projects;

namespace Preview.Watch;

/// <summary>The watched files at one moment, by what is in them: a file that a program writes anew in each preview, as it was, is no change.</summary>
/// <remarks>
/// Taken again and again instead of being told by the system: editors save by renaming, folders come and go, and a watch on every
/// folder of node_modules costs more than looking at the few hundred files that matter.
/// </remarks>
internal sealed class Snapshot
{
    /// <summary>Folders that hold what is made, not what is written. Those whose names begin with a dot are left out too.</summary>
    private static readonly ImmutableHashSet<string> MadeFolders =
        ImmutableHashSet.Create(StringComparer.OrdinalIgnoreCase, "bin", "obj", "node_modules", "TestResults", "__pycache__");

    /// <summary>What editors keep beside a file, and what is redirected into the folder of a program.</summary>
    private static readonly ImmutableArray<string> TemporaryEndings = ["~", "#", ".swp", ".swx", ".tmp", ".bak", ".orig", ".log"];

    /// <summary>What vim writes to see whether it may.</summary>
    private const string VimProbe = "4913";

    /// <summary>A larger file counts as changed when it is written.</summary>
    private const long LargestRead = 1 << 20;

    private readonly ImmutableDictionary<string, WatchedFile> files;

    private Snapshot(ImmutableDictionary<string, WatchedFile> files) => this.files = files;

    /// <param name="places">What is watched.</param>
    /// <param name="earlier">An earlier moment: what was not written since is not read again.</param>
    public static Snapshot Of(WatchedPlaces places, Snapshot? earlier = null)
    {
        var known = earlier?.files ?? ImmutableDictionary<string, WatchedFile>.Empty;
        var found = places.Folders.SelectMany(folder => Below(new(folder))).Concat(SettingsIn(new(places.ProjectFolder)));
        var files = ImmutableDictionary.CreateBuilder<string, WatchedFile>();
        foreach (var file in found.Concat(places.Files.Select(path => new FileInfo(path))))
        {
            if (Look(file, known.GetValueOrDefault(file.FullName)) is { } seen)
            {
                files[file.FullName] = seen;
            }
        }

        return new(files.ToImmutable());
    }

    /// <summary>Files that were changed, made or removed since an earlier moment, in order.</summary>
    public ImmutableArray<string> ChangedSince(Snapshot earlier) =>
    [
        .. files.Keys.Union(earlier.files.Keys)
            .Where(file => files.GetValueOrDefault(file)?.Content != earlier.files.GetValueOrDefault(file)?.Content)
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>Whether a file is something that an editor keeps for itself while a file is being edited.</summary>
    public static bool IsTemporary(string name) =>
        name.StartsWith('.') || name.StartsWith('#') || name == VimProbe || TemporaryEndings.Any(ending => name.EndsWith(ending, StringComparison.Ordinal));

    private static IEnumerable<FileInfo> SettingsIn(DirectoryInfo folder) => Entries(folder).OfType<FileInfo>()
        .Where(file => file.Name == ProjectFile.FileName || StackFile.IsStackFile(file.Name));

    private static IEnumerable<FileInfo> Below(DirectoryInfo folder) => Entries(folder).SelectMany(entry => entry switch
    {
        DirectoryInfo below when !below.Name.StartsWith('.') && !MadeFolders.Contains(below.Name) && below.LinkTarget is null => Below(below),
        FileInfo file when !IsTemporary(file.Name) => [file],
        _ => [],
    });

    private static FileSystemInfo[] Entries(DirectoryInfo folder)
    {
        try
        {
            return folder.Exists ? folder.GetFileSystemInfos() : [];
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // It went while it was being looked at, or is nobody's to look at.
            return [];
        }
    }

    /// <summary>Null where there is no such file, or none that can be read now: whoever writes it is not finished.</summary>
    private static WatchedFile? Look(FileInfo file, WatchedFile? known)
    {
        try
        {
            if (!file.Exists)
            {
                return null;
            }

            var (written, length) = (file.LastWriteTimeUtc, file.Length);
            return known is not null && (known.Written, known.Length) == (written, length) ? known
                : new(written, length, length > LargestRead
                    ? written.Ticks.ToString(CultureInfo.InvariantCulture)
                    : Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(file.FullName))));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private sealed record WatchedFile(DateTime Written, long Length, string Content);
}
