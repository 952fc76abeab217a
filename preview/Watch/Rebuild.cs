using System.Reflection;
using Preview.Programs;

namespace Preview.Watch;

/// <summary>
/// Builds again what came along with the preview and is run as it was built: our own program and pack, in their repository. What did not
/// come along a preview builds by itself.
/// </summary>
internal sealed class Rebuild(BuiltProjects built)
{
    private readonly HashSet<string> stale = [];

    private static string Configuration =>
        typeof(Rebuild).Assembly.GetCustomAttribute<AssemblyConfigurationAttribute>()?.Configuration ?? "Debug";

    /// <summary>Notes the projects that files are part of.</summary>
    public void Note(IEnumerable<string> changed)
    {
        foreach (var file in changed.Where(IsBuilt))
        {
            stale.UnionWith(built.AssembliesByFolder.Keys.Where(folder => IsInside(folder, file)));
        }
    }

    /// <exception cref="CommandLine.UserErrorException">One does not build; it is tried again the next time.</exception>
    public async Task RunAsync(CancellationToken cancellation)
    {
        foreach (var folder in stale.Order(StringComparer.Ordinal).ToArray())
        {
            await DotnetBuild.RunAsync(folder, $"The project {Path.GetFileName(folder)}", cancellation, "-c", Configuration, "-v", "quiet", "-clp:NoSummary");
            stale.Remove(folder);
        }
    }

    private static bool IsBuilt(string file) => Path.GetExtension(file) is not (".yaml" or ".md");

    private static bool IsInside(string folder, string file) => file.StartsWith(folder + Path.DirectorySeparatorChar, StringComparison.Ordinal);
}
