using System.Collections.Concurrent;

namespace Preview.Schemas;

/// <summary>The package schemas that came along with the preview. Each is read when a resource of its package is first met.</summary>
internal sealed class SchemaCatalogue(string directory)
{
    private readonly ConcurrentDictionary<string, Lazy<PackageSchema?>> packages = new();

    public static SchemaCatalogue Shipped { get; } = new(Path.Combine(AppContext.BaseDirectory, "schemas"));

    /// <summary>The schema of a package; null where there is none, so that its resources cannot be checked.</summary>
    public PackageSchema? Package(string name) => packages.GetOrAdd(name, name => new(() => Load(name))).Value;

    private PackageSchema? Load(string name)
    {
        var path = Path.Combine(directory, $"{name}.json");
        return IsFileName(name) && File.Exists(path) ? PackageSchema.Read(File.ReadAllBytes(path)) : null;
    }

    private static bool IsFileName(string name) => name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');
}
