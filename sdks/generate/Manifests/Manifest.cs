using Generate.Schema;

namespace Generate.Manifests;

/// <summary>
/// The list of what to emit: a token a line, <c>#</c> begins a comment. A token is a resource, a function or a
/// package's provider (<c>pulumi:providers:aws</c>).
/// </summary>
internal sealed record Manifest(string File, IReadOnlyList<ManifestEntry> Entries)
{
    public static Manifest Load(string file)
    {
        try
        {
            return Parse(file, System.IO.File.ReadAllLines(file));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new GeneratorException($"The manifest cannot be read: {fault.Message}", file);
        }
    }

    public static Manifest Parse(string file, IReadOnlyList<string> lines)
    {
        var entries = new List<ManifestEntry>();
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var number = 1; number <= lines.Count; number++)
        {
            var token = lines[number - 1].Split('#')[0].Trim();
            if (token.Length == 0)
                continue;

            if (!seen.TryAdd(token, number))
                throw new GeneratorException($"{token} is listed twice, first in line {seen[token]}.", file, number);

            entries.Add(new ManifestEntry(token, number));
        }

        return new Manifest(file, entries);
    }

    /// <summary>A refusal that says what the schemas would have accepted.</summary>
    public GeneratorException Unknown(ManifestEntry entry, string expected, IReadOnlyList<PackageSchema> schemas)
    {
        var near = NearMisses.Of(entry.Token, schemas.SelectMany(schema => schema.ResourceTokens.Concat(schema.FunctionTokens)));
        var read = string.Join(" or ", schemas.Select(schema => $"{schema.Name} {schema.Version} ({schema.File})"));
        return new GeneratorException(
            $"'{entry.Token}' is not {expected} of {read}."
                + (near.Count > 0 ? $" Did you mean {string.Join(", ", near)}?" : " Nothing there is called alike.")
                + " If the package does have it, the schema is trimmed: refresh it.",
            File,
            entry.Line);
    }
}

internal sealed record ManifestEntry(string Token, int Line);
