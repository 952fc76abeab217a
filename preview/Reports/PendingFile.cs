using Preview.CommandLine;

namespace Preview.Reports;

/// <summary>
/// A file that a run is to write. It is opened under a name of its own before the preview runs, so that a folder which cannot be written
/// to is found out at once, and so that it lies where the user said whatever the program makes its working directory; it gets its name
/// when all of it is there.
/// </summary>
internal sealed class PendingFile : IDisposable
{
    private readonly string unfinished;

    private PendingFile(string name, string path)
    {
        Name = name;
        Path = path;
        unfinished = $"{path}.{System.IO.Path.GetRandomFileName()}";
    }

    /// <summary>The file as the user named it.</summary>
    public string Name { get; }

    public string Path { get; }

    /// <param name="name">The file as the user named it.</param>
    /// <param name="option">The words of the command line that name it.</param>
    /// <exception cref="UserErrorException">It is a folder, or cannot be written.</exception>
    public static PendingFile Open(string name, string option)
    {
        var file = new PendingFile(name, System.IO.Path.GetFullPath(name));
        if (Directory.Exists(file.Path))
        {
            throw UserErrorException.Usage($"{option} names a folder; give the name of a file in it.");
        }

        try
        {
            File.WriteAllBytes(file.unfinished, []);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw UserErrorException.Usage(
                $"{option} cannot be written: there is no folder for it, or it allows no files. Create {System.IO.Path.GetDirectoryName(file.Path)}.");
        }

        return file;
    }

    /// <param name="content">All of it.</param>
    /// <param name="what">What it is, at the start of a sentence.</param>
    /// <exception cref="UserErrorException">It cannot be written.</exception>
    public void Write(ReadOnlySpan<byte> content, string what)
    {
        try
        {
            File.WriteAllBytes(unfinished, content);
            File.Move(unfinished, Path, overwrite: true);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new UserErrorException($"{what} {Name} cannot be written: {fault.Message}");
        }
    }

    /// <summary>Takes away what did not become a file.</summary>
    public void Dispose() => File.Delete(unfinished);
}
