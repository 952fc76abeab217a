using System.Collections.Immutable;
using System.Xml.Linq;

namespace Preview.Reports.Html;

/// <summary>Tables that are read with eyes, ears and a keyboard alike.</summary>
internal static class HtmlTable
{
    /// <param name="caption">What it shows.</param>
    /// <param name="columns">Headings; those of numbers begin with a right angle bracket.</param>
    /// <param name="rows">The first cell of each names the row.</param>
    public static XElement Of(string caption, ImmutableArray<string> columns, IEnumerable<ImmutableArray<object?>> rows) =>
        Element.Of(
            "div",
            // What is wider than the window scrolls, which a keyboard can only do where it can go.
            Element.Attribute("class", "scroll"), Element.Attribute("tabindex", 0), Element.Attribute("role", "region"),
            Element.Attribute("aria-label", caption),
            Element.Of(
                "table",
                Element.Of("caption", caption),
                Element.Of("thead", Element.Of("tr", columns.Select(column =>
                    Element.Of("th", Element.Attribute("scope", "col"), NumberClass(column), column.TrimStart('>'))))),
                Element.Of("tbody", rows.Select(row => Element.Of("tr", row.Select((cell, index) => index == 0
                    ? Element.Of("th", Element.Attribute("scope", "row"), cell)
                    : Element.Of("td", NumberClass(columns[index]), cell)))))));

    /// <summary>Something that is seen after a click, or the Enter key, on its title.</summary>
    public static XElement Folded(string title, params object?[] content) =>
        Element.Of("details", Element.Of("summary", title), content);

    private static XAttribute? NumberClass(string column) => column.StartsWith('>') ? Element.Attribute("class", "number") : null;
}
