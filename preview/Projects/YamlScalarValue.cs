using System.Globalization;
using System.Numerics;

namespace Preview.Projects;

/// <summary>
/// What a YAML scalar means to the Pulumi CLI: null, true or false, a number, or text. Dates become text in a form of their own.
/// </summary>
/// <remarks>Every row of YamlScalarValueTests was seen with CLI 3.259.0.</remarks>
internal static class YamlScalarValue
{
    private const int DateLength = 10;

    /// <summary>null, a <see cref="bool"/>, a <see cref="BigInteger"/>, a <see cref="double"/> or a <see cref="string"/>.</summary>
    public static object? Of(YamlScalar scalar)
    {
        if (!scalar.IsPlain)
        {
            return scalar.Text;
        }

        switch (scalar.Text)
        {
            case "" or "~" or "null" or "Null" or "NULL":
                return null;
            case "true" or "True" or "TRUE":
                return true;
            case "false" or "False" or "FALSE":
                return false;
        }

        return scalar.Text[0] is >= '0' and <= '9' or '+' or '-' or '.' ? NumberOrDate(scalar.Text) ?? scalar.Text : scalar.Text;
    }

    private static object? NumberOrDate(string text) => (object?)Integer(text) ?? (object?)Float(text) ?? Date(text);

    /// <summary>Decimal; hexadecimal after 0x, octal after 0o or 0, binary after 0b; digits may be grouped with underscores.</summary>
    private static BigInteger? Integer(string text)
    {
        var digits = text.AsSpan(text[0] is '-' or '+' ? 1 : 0);
        var radix = 10;
        if (digits.Length > 1 && digits[0] == '0')
        {
            (radix, var prefix) = char.ToLowerInvariant(digits[1]) switch
            {
                'x' => (16, 2),
                'o' => (8, 2),
                'b' => (2, 2),
                _ => (8, 1),
            };
            digits = digits[prefix..];
        }

        if (digits.IsEmpty || digits[0] == '_')
        {
            return null;
        }

        var value = BigInteger.Zero;
        foreach (var digit in digits)
        {
            if (digit == '_')
            {
                continue;
            }

            var number = char.IsAsciiHexDigit(digit) ? Convert.ToInt32(digit.ToString(), 16) : radix;
            if (number >= radix)
            {
                return null;
            }

            value = (value * radix) + number;
        }

        return text[0] == '-' ? -value : value;
    }

    private static double? Float(string text) =>
        text.AsSpan().ContainsAnyInRange('0', '9')
        && text.All(c => char.IsAsciiDigit(c) || c is '+' or '-' or '.' or 'e' or 'E' or '_')
        && double.TryParse(text.Replace("_", "", StringComparison.Ordinal), NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    /// <summary>A date or a time in the text form of Go, which is what the CLI hands on.</summary>
    private static string? Date(string text)
    {
        var isDate = text.Length >= DateLength && text[4] == '-' && text[7] == '-'
            && (text.Length == DateLength || text[DateLength] is 'T' or 't' or ' ');
        if (!isDate || !DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time))
        {
            return null;
        }

        var zone = time.Offset == TimeSpan.Zero ? "+0000 UTC" : $"{Offset(time)} {Offset(time)}";
        return $"{time.ToString("yyyy-MM-dd HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture)} {zone}";
    }

    private static string Offset(DateTimeOffset time) =>
        time.ToString("zzz", CultureInfo.InvariantCulture).Replace(":", "", StringComparison.Ordinal);
}
