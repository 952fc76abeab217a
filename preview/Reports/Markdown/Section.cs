using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Preview.Reports.Markdown;

/// <summary>A part of a comment: what stands before its rows, the rows, the most important first, and what stands behind them.</summary>
/// <param name="Head">Ends with a line end.</param>
/// <param name="Rows">Each one line, without its end. No more than a comment could hold are written.</param>
/// <param name="Count">Of all rows, those included that are not written.</param>
/// <param name="Foot">Ends with a line end, unless empty.</param>
/// <param name="Columns">Of the table; 0 for a list.</param>
internal sealed record Section(string Head, ImmutableArray<string> Rows, int Count, string Foot, int Columns)
{
    public static Section Text(string text) => new(text, [], 0, "", 0);

    /// <summary>A table under a heading that is always seen.</summary>
    public static Section Table(string heading, ImmutableArray<string> columns, int count, IEnumerable<ImmutableArray<string>> rows) =>
        new($"#### {heading}\n\n{Header(columns)}", Written(rows.Select(Row)), count, "\n", columns.Length);

    /// <summary>A table that is seen after a click on its title.</summary>
    public static Section FoldedTable(string title, ImmutableArray<string> columns, int count, IEnumerable<ImmutableArray<string>> rows) =>
        Folded(title, Header(columns), Written(rows.Select(Row)), count, columns.Length);

    /// <summary>A list that is seen after a click on its title.</summary>
    public static Section FoldedList(string title, int count, IEnumerable<string> items) =>
        Folded(title, "", Written(items.Select(item => $"- {item}")), count, columns: 0);

    /// <summary>The section with its first rows, and a row that says how many are left out.</summary>
    public void Append(StringBuilder text, int rows)
    {
        text.Append(Head);
        for (var i = 0; i < rows; i++)
        {
            text.Append(Rows[i]).Append('\n');
        }

        if (rows < Count)
        {
            text.Append(More(Count - rows)).Append('\n');
        }

        text.Append(Foot);
    }

    /// <summary>The row that stands for those which are left out.</summary>
    public string More(int number)
    {
        var words = string.Create(CultureInfo.InvariantCulture, $"and {number:N0} more");
        return Columns == 0 ? $"- {words}" : Row([words, .. Enumerable.Repeat("", Columns - 1)]);
    }

    private static Section Folded(string title, string head, ImmutableArray<string> rows, int count, int columns) =>
        new($"<details><summary>{title}</summary>\n\n{head}", rows, count, "\n</details>\n\n", columns);

    /// <summary>Of thousands of rows most would only be written to be left out.</summary>
    private static ImmutableArray<string> Written(IEnumerable<string> rows)
    {
        var written = ImmutableArray.CreateBuilder<string>();
        var size = 0;
        foreach (var row in rows)
        {
            size += row.Length;
            if (size > ByteBudget.Comment)
            {
                break;
            }

            written.Add(row);
        }

        return written.ToImmutable();
    }

    private static string Header(ImmutableArray<string> columns) => $"{Row(columns)}\n{Row([.. columns.Select(_ => "---")])}\n";

    private static string Row(ImmutableArray<string> cells) => $"| {string.Join(" | ", cells)} |";
}
