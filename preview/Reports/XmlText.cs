using System.Globalization;
using System.Text;

namespace Preview.Reports;

/// <summary>Text that came from elsewhere, for XML and HTML: what no document may hold, or would turn its text around, is replaced.</summary>
internal static class XmlText
{
    public static string Of(string text)
    {
        var result = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            result.Append(IsAllowed(rune) ? rune.ToString() : "\uFFFD");
        }

        return result.ToString();
    }

    private static bool IsAllowed(Rune rune) => rune.Value is '\n' or '\t'
        || (rune.Value is not (0xFFFE or 0xFFFF) && Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format));
}
