using Bill.CommandLine;

namespace Bill.Columns;

/// <summary>Where the fields stand in files with the same header.</summary>
/// <param name="Found">The column of each field, counted from zero; what a report does not have is left out.</param>
internal sealed record ColumnMapping(
    ColumnLayout Layout, ImmutableArray<string> Header, ImmutableSortedDictionary<Field, int> Found)
{
    private const int MostNamed = 12;
    private const int LongestName = 60;

    /// <summary>The name of a field's column; null where there is none.</summary>
    public string? ColumnOf(Field field) => Found.TryGetValue(field, out var index) ? Header[index] : null;

    /// <summary>Tells the layout by its columns, in whatever order and case they are.</summary>
    /// <exception cref="BillException">It is none of the layouts; the message has what was found and what is accepted.</exception>
    public static ColumnMapping Of(string path, ImmutableArray<string> header)
    {
        var columns = header.Index()
            .GroupBy(column => column.Item, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(group => group.Key, group => group.First().Index, StringComparer.OrdinalIgnoreCase);
        var layout = ColumnLayout.All.FirstOrDefault(layout => layout.Required.All(columns.ContainsKey))
            ?? throw Unknown(path, header, columns.Keys);
        var found =
            from field in layout.Names
            let name = field.Value.FirstOrDefault(columns.ContainsKey)
            where name is not null
            select KeyValuePair.Create(field.Key, columns[name]);
        return new(layout, header, found.ToImmutableSortedDictionary());
    }

    private static BillException Unknown(string path, ImmutableArray<string> header, IEnumerable<string> columns)
    {
        var known = columns.ToHashSet(StringComparer.OrdinalIgnoreCase);
        var nearest = ColumnLayout.All.MaxBy(layout => layout.Required.Count(known.Contains))!;
        var missing = nearest.Required.Where(name => !known.Contains(name)).ToList();
        var advice = missing.Count < nearest.Required.Count()
            ? $"It looks like {nearest.Name}, but lacks {string.Join(", ", missing)}. "
                + $"Add {(missing.Count == 1 ? "it" : "them")} to the export."
            : "Is it an AWS Cost and Usage Report?";
        var named = string.Join(", ", header.Take(MostNamed).Select(Short));
        var others = header.Length > MostNamed ? $" and {header.Length - MostNamed} more" : "";
        var accepted = string.Join("; ", ColumnLayout.All.Select(layout => $"{layout.Name} ({string.Join(", ", layout.Required)})"));
        return new($"{path} has columns that are not known. {advice}\n  found: {named}{others}\n  accepted: {accepted}");
    }

    private static string Short(string name)
    {
        var printable = string.Concat(name.Select(letter => char.IsControl(letter) ? '?' : letter));
        return printable.Length > LongestName ? printable[..LongestName] + "..." : printable;
    }
}
