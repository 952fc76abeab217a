using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Preview.Processes;

/// <summary>
/// A Release build compiles what runs inside of the preview ahead of time, into a folder beside it (CompileAhead.targets). The same
/// code starts several times as fast from there.
/// </summary>
internal static class CompiledAhead
{
    private const string Folder = "ahead";

    /// <summary>The file to load for an assembly: the one compiled ahead, if it is of the very same build of it.</summary>
    public static string Of(string assembly)
    {
        var ahead = Path.Combine(AppContext.BaseDirectory, Folder, Path.GetFileName(assembly));
        return File.Exists(ahead) && IdOf(ahead) == IdOf(assembly) ? ahead : assembly;
    }

    /// <summary>The compiler gives each assembly an id; compiling it ahead keeps that.</summary>
    private static Guid IdOf(string assembly)
    {
        using var file = new PEReader(File.OpenRead(assembly));
        var metadata = file.GetMetadataReader();
        return metadata.GetGuid(metadata.GetModuleDefinition().Mvid);
    }
}
