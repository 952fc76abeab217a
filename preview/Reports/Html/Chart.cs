using System.Collections.Immutable;
using System.Xml.Linq;
using Costs.Money;

namespace Preview.Reports.Html;

/// <summary>What charts have in common: rows with a label at the left, an axis of amounts below, and a title that is read aloud.</summary>
internal static class Chart
{
    public const int LabelWidth = 200;
    public const int AxisLength = 460;

    /// <summary>Room for the figures beside the bars.</summary>
    private const int ValueWidth = 220;
    private const int AxisHeight = 26;
    private const int MostCharacters = 28;

    /// <param name="id">Of the chart on the page.</param>
    /// <param name="title">What it shows.</param>
    /// <param name="height">Of its rows.</param>
    /// <param name="scale">Null for a chart without amounts.</param>
    /// <param name="marks">The rows.</param>
    /// <param name="legend">Class and meaning of each colour.</param>
    /// <param name="table">The same in figures.</param>
    public static XElement Figure(
        string id, string title, int height, Scale? scale, IEnumerable<XElement> marks, ImmutableArray<(string Class, string Text)> legend, XElement table)
    {
        var whole = height + (scale is null ? 0 : AxisHeight);
        return Element.Of(
            "figure",
            Element.Of("figcaption", title, Element.Of("span", Element.Attribute("class", "legend"), legend.Select(Key))),
            Element.Of(
                "div",
                Element.Attribute("class", "scroll"), Element.Attribute("tabindex", 0), Element.Attribute("role", "region"),
                Element.Attribute("aria-label", $"Chart: {title}"),
                Element.Of(
                    "svg",
                    Element.Attribute("viewBox", $"0 0 {LabelWidth + AxisLength + ValueWidth} {whole}"),
                    Element.Attribute("width", LabelWidth + AxisLength + ValueWidth), Element.Attribute("height", whole),
                    Element.Attribute("role", "img"), Element.Attribute("aria-labelledby", $"{id}-title"),
                    Element.Of("title", Element.Attribute("id", $"{id}-title"), title),
                    scale is null ? null : Axis(scale, height),
                    marks)),
            HtmlTable.Folded("The figures", table));
    }

    /// <summary>The name of a row; a long one is cut, and whole in the figures below.</summary>
    public static XElement Label(string text, decimal middle) => Text(
        text.Length <= MostCharacters ? text : text[..(MostCharacters - 1)] + "…", LabelWidth - 10, middle, "label");

    public static XElement Value(string text, decimal x, decimal middle) => Text(text, LabelWidth + x + 8, middle, "value");

    public static XElement Bar(decimal x, decimal y, decimal width, decimal height, string @class) => Element.Of(
        "rect",
        Element.Attribute("x", LabelWidth + x), Element.Attribute("y", y), Element.Attribute("width", Math.Max(width, 1)),
        Element.Attribute("height", height), Element.Attribute("rx", 2), Element.Attribute("class", @class));

    private static IEnumerable<XElement> Axis(Scale scale, int height)
    {
        foreach (var amount in scale.Marks)
        {
            var x = LabelWidth + scale.At(amount);
            yield return Element.Of(
                "line", Element.Attribute("x1", x), Element.Attribute("x2", x), Element.Attribute("y1", 0), Element.Attribute("y2", height),
                Element.Attribute("class", "grid"));
            yield return Text(amount % 1 == 0 ? Usd.Text(amount)[..^3] : Usd.Text(amount), x, height + 14, "tick");
        }
    }

    private static XElement Text(string text, decimal x, decimal middle, string @class) => Element.Of(
        "text", Element.Attribute("x", x), Element.Attribute("y", middle), Element.Attribute("class", @class), text);

    private static XElement Key((string Class, string Text) entry) => Element.Of(
        "span",
        Element.Of(
            "svg", Element.Attribute("width", 12), Element.Attribute("height", 12), Element.Attribute("aria-hidden", "true"),
            Element.Of("rect", Element.Attribute("width", 12), Element.Attribute("height", 12), Element.Attribute("rx", 2), Element.Attribute("class", entry.Class))),
        entry.Text);
}
