using Preview.CommandLine;
using Preview.Programs;

namespace Preview.Baselines;

/// <summary>Finds what the command line asks to compare a preview with.</summary>
internal static class BaselineChoice
{
    /// <summary>Null where it asks for nothing.</summary>
    /// <exception cref="UserErrorException">There is no such file or revision, or it cannot be previewed.</exception>
    public static async Task<Baseline?> FindAsync(
        Arguments arguments, BuiltProjects built, Action<string> onOutput, CancellationToken cancellation) => arguments switch
        {
            { Baseline: { } file } => BaselineFile.Read(file, arguments),
            { Against: { } reference } => await new BaseRevision(arguments, built, onOutput).PreviewAsync(reference, cancellation),
            _ => null,
        };
}
