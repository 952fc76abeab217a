using Preview.Engine;

namespace Preview.Reports;

/// <summary>Resources below their parents, as rows: what is drawn before each type, and the resource.</summary>
internal static class ResourceTree
{
    /// <summary>Default providers are left out, as in pulumi preview: nobody asked for them.</summary>
    public static IReadOnlyList<(string Branch, RegisteredResource Resource)> Rows(IReadOnlyList<RegisteredResource> resources)
    {
        var shown = resources.Where(resource => !IsDefaultProvider(resource)).ToArray();
        var known = shown.Select(resource => resource.Urn).ToHashSet();
        var children = shown.ToLookup(resource => known.Contains(resource.Parent) ? resource.Parent : "");
        var rows = new List<(string, RegisteredResource)>(shown.Length);
        foreach (var root in children[""])
        {
            Add(root, "", "");
        }

        return rows;

        void Add(RegisteredResource resource, string branch, string indent)
        {
            rows.Add((branch, resource));
            var below = children[resource.Urn].ToArray();
            for (var i = 0; i < below.Length; i++)
            {
                var isLast = i == below.Length - 1;
                Add(below[i], indent + (isLast ? "└─ " : "├─ "), indent + (isLast ? "   " : "│  "));
            }
        }
    }

    /// <summary>A type as pulumi preview shows it: aws:s3:Bucket for aws:s3/bucket:Bucket.</summary>
    public static string ShortType(string type) => type.Split(':') is [var package, var module, var name] && module.IndexOf('/') is > 0 and var slash
        ? $"{package}:{module[..slash]}:{name}"
        : type;

    public static bool IsDefaultProvider(RegisteredResource resource) => resource is { ProviderPackage: not null, Parent: "" };
}
