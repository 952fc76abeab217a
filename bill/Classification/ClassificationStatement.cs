using System.Text.RegularExpressions;
using Bill.CommandLine;

namespace Bill.Classification;

/// <summary>The statement that classifies a bill: one file, the same here and in Athena.</summary>
internal static partial class ClassificationStatement
{
    private const string Table = "FROM bill\n";

    /// <summary>Over the table bill.</summary>
    public static string Text { get; } = Read();

    /// <summary>Over a table of Athena.</summary>
    /// <param name="table">DATABASE.TABLE</param>
    /// <exception cref="BillException">That is no such name.</exception>
    public static string ForAthena(string table) => AthenaTable().Match(table) is { Success: true } name
        ? Text.Replace(Table, $"FROM \"{name.Groups[1].Value}\".\"{name.Groups[2].Value}\"\n", StringComparison.Ordinal)
        : throw new BillException(
            $"--athena is {table}; expected a database and a table, for example cur.reports: letters, digits, _ and -, with one dot.",
            ExitCode.Usage);

    private static string Read()
    {
        using var stream = typeof(ClassificationStatement).Assembly.GetManifestResourceStream("classification.sql")!;
        using var text = new StreamReader(stream);
        return text.ReadToEnd().ReplaceLineEndings("\n");
    }

    [GeneratedRegex(@"^([A-Za-z0-9_-]+)\.([A-Za-z0-9_-]+)$", RegexOptions.CultureInvariant)]
    private static partial Regex AthenaTable();
}
