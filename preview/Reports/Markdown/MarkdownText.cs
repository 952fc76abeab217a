using System.Globalization;
using System.Text;

namespace Preview.Reports.Markdown;

/// <summary>
/// Text that came from elsewhere, for a comment on GitHub: whatever a name holds, it starts no markup, no HTML, no cell, no link and
/// no mention, and takes no more than its share of the comment.
/// </summary>
internal static class MarkdownText
{
    /// <summary>Characters of one text; what is longer ends with an ellipsis.</summary>
    private const int Longest = 300;

    /// <summary>What means something to Markdown or HTML.</summary>
    private const string Special = "&<>|`*_[]#~\\$\"";

    /// <summary>
    /// A space without width. GitHub finds mentions, references, emoji and addresses after it has decoded entities, so only something
    /// between their characters keeps them from being found.
    /// </summary>
    private const string Break = "&#8203;";

    /// <summary>A name, set as code. The tag instead of backticks: those cannot hold every name inside of a table.</summary>
    public static string Code(string name) => name.Length == 0 ? "" : $"<code>{Escape(name, isCode: true)}</code>";

    /// <summary>A sentence.</summary>
    public static string Text(string text) => Escape(text, isCode: false);

    private static string Escape(string text, bool isCode)
    {
        var escaped = new StringBuilder(text.Length + 16);
        var runes = text.Trim().EnumerateRunes().Take(Longest + 1).ToArray();
        for (var i = 0; i < Math.Min(runes.Length, Longest); i++)
        {
            Append(escaped, runes[i]);
            var isLast = i + 1 == runes.Length || Rune.IsWhiteSpace(runes[i + 1]);
            if (runes[i].Value is '@' || (!isCode && !isLast && (runes[i].Value is '#' or ':')))
            {
                escaped.Append(Break);
            }
        }

        return escaped.Replace("://", $":{Break}//").Replace("www.", $"www{Break}.").Append(runes.Length > Longest ? "…" : "").ToString();
    }

    private static void Append(StringBuilder escaped, Rune rune)
    {
        if (!IsPrinted(rune))
        {
            escaped.Append(' ');
        }
        else if (rune.IsAscii && Special.Contains((char)rune.Value, StringComparison.Ordinal))
        {
            escaped.Append(CultureInfo.InvariantCulture, $"&#{rune.Value};");
        }
        else
        {
            escaped.Append(rune.ToString());
        }
    }

    /// <summary>Line ends would end a row, and marks of direction could turn the text around.</summary>
    private static bool IsPrinted(Rune rune) => Rune.GetUnicodeCategory(rune) is not (
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);
}
