using System.Xml.Linq;

namespace Preview.Reports.Html;

/// <summary>Elements of the page. Whatever is put into one is text, so that nothing which came from elsewhere becomes markup.</summary>
internal static class Element
{
    /// <param name="name">Of the element.</param>
    /// <param name="content">Text, elements, attributes, and sequences of them; null for nothing.</param>
    public static XElement Of(string name, params object?[] content) =>
        new(name, content.Select(Safe), IsVoid(name) ? null : "");

    public static XAttribute Attribute(string name, object value) => new(name, XmlText.Of(Invariant(value)));

    /// <summary>A name of something, set as code.</summary>
    public static XElement Code(string name) => Of("code", name);

    /// <summary>A name that leads to a page, where there is one.</summary>
    public static XElement Link(string name, string? url) => WebPage.Of(url) is { } page
        ? Of("a", Attribute("href", page), Attribute("rel", "noopener noreferrer"), Code(name))
        : Code(name);

    private static object? Safe(object? content) => content switch
    {
        string text => XmlText.Of(text),
        XObject or null => content,
        IEnumerable<object?> several => several.Select(Safe),
        _ => Invariant(content),
    };

    private static string Invariant(object value) => Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture)!;

    /// <summary>Elements that HTML does not close; of any other an empty one must have an end tag.</summary>
    private static bool IsVoid(string name) => name is "meta" or "br";
}
