namespace Generate.Files;

/// <summary>
/// The folder that holds what the generator emits and nothing else. A file that is right already keeps its time stamp,
/// so that nothing compiles again for it; one that is emitted no longer is deleted.
/// </summary>
internal sealed class OutputFolder(string path)
{
    private const string Extension = "*.cs";

    public Changes Write(IReadOnlyCollection<GeneratedFile> files)
    {
        Directory.CreateDirectory(path);
        var written = 0;
        foreach (var file in files)
        {
            var target = Target(file);
            if (File.Exists(target) && File.ReadAllText(target) == file.Text)
                continue;

            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.WriteAllText(target, file.Text);
            written++;
        }

        var wanted = files.Select(Target).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var stale = Directory.EnumerateFiles(path, Extension, SearchOption.AllDirectories)
            .Where(found => !wanted.Contains(Path.GetFullPath(found)))
            .ToList();
        stale.ForEach(File.Delete);
        return new Changes(files.Count, written, stale.Count);
    }

    private string Target(GeneratedFile file) =>
        Path.GetFullPath(Path.Combine([path, .. file.Path.Split('/')]));
}

internal sealed record Changes(int Files, int Written, int Deleted);
