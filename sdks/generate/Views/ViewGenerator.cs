using Generate.Files;
using Generate.Manifests;
using Generate.Schema;

namespace Generate.Views;

/// <summary>
/// Views of the resources that a manifest names and of every object type in them, for policies and cost mappers:
/// properties by their C# names, read from the bytes when asked for.
/// </summary>
internal static class ViewGenerator
{
    public static IReadOnlyList<GeneratedFile> Generate(IReadOnlyList<PackageSchema> schemas, Manifest manifest)
    {
        var known = schemas.SelectMany(schema => schema.ResourceTokens).ToHashSet(StringComparer.Ordinal);
        if (manifest.Entries.FirstOrDefault(entry => !known.Contains(entry.Token)) is { } unknown)
            throw manifest.Unknown(unknown, "a resource", schemas);

        return [.. schemas.SelectMany(schema => OfPackage(schema, manifest))];
    }

    private static IEnumerable<GeneratedFile> OfPackage(PackageSchema schema, Manifest manifest)
    {
        var names = new ViewNames(schema);
        var emitter = new ViewEmitter(names);
        var resources = schema.ResourceTokens.ToHashSet(StringComparer.Ordinal);
        var pending = new Queue<string>();
        string[] tokens = [.. manifest.Entries.Select(entry => entry.Token).Where(resources.Contains).Order(StringComparer.Ordinal)];
        if (tokens.Length > 0)
        {
            yield return TaggedTypes.Of(schema, names.Root);
        }

        foreach (var token in tokens)
        {
            var code = Begin(schema, names.Namespace(token));
            foreach (var referred in emitter.Resource(code, schema.Resource(token)))
                pending.Enqueue(referred);

            yield return new GeneratedFile($"{Folder(names.Namespace(token))}/{names.Resource(token)}.cs", code.ToString());
        }

        foreach (var group in Nested(schema, emitter, pending).GroupBy(entry => names.Namespace(entry.Token)))
        {
            var code = Begin(schema, group.Key)
                .Append(string.Join('\n', group.OrderBy(entry => names.Nested(entry.Token), StringComparer.Ordinal).Select(entry => entry.Text)));
            yield return new GeneratedFile($"{Folder(group.Key)}.Nested.cs", code.ToString());
        }
    }

    private static List<(string Token, string Text)> Nested(PackageSchema schema, ViewEmitter emitter, Queue<string> pending)
    {
        var views = new List<(string, string)>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        while (pending.TryDequeue(out var token))
        {
            if (!seen.Add(token))
                continue;

            var code = new CodeWriter();
            foreach (var referred in emitter.Nested(code, schema.Object(token)))
                pending.Enqueue(referred);

            views.Add((token, code.ToString()));
        }

        return views;
    }

    private static CodeWriter Begin(PackageSchema schema, string @namespace) => Header.Begin(schema)
        .Line("using System.Collections.Generic;")
        .Line("using System.Text;")
        .Line("using PropertyValues;")
        .Line()
        .Line($"namespace {@namespace};")
        .Line();

    /// <summary>The namespace below <c>ResourceViews</c> as a path.</summary>
    private static string Folder(string @namespace) => string.Join('/', @namespace.Split('.').Skip(1));
}
