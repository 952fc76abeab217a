using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Preview.Reports.Markdown;

/// <summary>A part of a comment: what stands before its rows, the rows, the most important first, and what stands behind them.</summary>
/// <param name="Head">Ends with a line end.</param>
/// <param name="Rows">Each one line, without its end.</param>
/// <param name="Foot">Ends with a line end, unless empty.</param>
/// <param name="Columns">Of the table; 0 for a list.</param>
internal sealed record Section(string Head, ImmutableArray<string> Rows, string Foot, int Columns)
{
    public static Section Text(string text) => new(text, [], "", 0);

    /// <summary>A table under a heading that is always seen.</summary>
    public static Section Table(string heading, ImmutableArray<string> columns, IEnumerable<ImmutableArray<string>> rows) =>
        Open($"#### {heading}\n\n{Header(columns)}", rows, columns.Length);

    /// <summary>A table that is seen after a click on its title.</summary>
    public static Section FoldedTable(string title, ImmutableArray<string> columns, IEnumerable<ImmutableArray<string>> rows) =>
        Folded(Open(Header(columns), rows, columns.Length), title);

    /// <summary>A list that is seen after a click on its title.</summary>
    public static Section FoldedList(string title, IEnumerable<string> items) =>
        Folded(new("", [.. items.Select(item => $"- {item}")], "", 0), title);

    /// <summary>The section with its first rows, and a row that says how many are left out.</summary>
    public void Append(StringBuilder text, int rows)
    {
        text.Append(Head);
        for (var i = 0; i < rows; i++)
        {
            text.Append(Rows[i]).Append('\n');
        }

        if (rows < Rows.Length)
        {
            text.Append(More(Rows.Length - rows)).Append('\n');
        }

        text.Append(Foot);
    }

    /// <summary>The row that stands for those which are left out.</summary>
    public string More(int number)
    {
        var words = string.Create(CultureInfo.InvariantCulture, $"and {number:N0} more");
        return Columns == 0 ? $"- {words}" : Row([words, .. Enumerable.Repeat("", Columns - 1)]);
    }

    private static Section Open(string head, IEnumerable<ImmutableArray<string>> rows, int columns) =>
        new(head, [.. rows.Select(Row)], "\n", columns);

    private static Section Folded(Section section, string title) => section with
    {
        Head = $"<details><summary>{title}</summary>\n\n{section.Head}",
        Foot = $"{section.Foot}{(section.Foot.Length == 0 ? "\n" : "")}</details>\n\n",
    };

    private static string Header(ImmutableArray<string> columns) => $"{Row(columns)}\n{Row([.. columns.Select(_ => "---")])}\n";

    private static string Row(ImmutableArray<string> cells) => $"| {string.Join(" | ", cells)} |";
}
