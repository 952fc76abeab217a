using System.Globalization;
using System.Numerics;
using System.Text.RegularExpressions;

namespace Preview.Projects;

/// <summary>
/// What a YAML scalar means to the Pulumi CLI: null, true or false, a number, or text. Dates become text in a form of their own.
/// </summary>
/// <remarks>Every row of YamlScalarValueTests was seen with CLI 3.259.0.</remarks>
internal static partial class YamlScalarValue
{
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

    private static BigInteger? Integer(string text)
    {
        var match = IntegerForm().Match(text);
        if (!match.Success)
        {
            return null;
        }

        var digits = match.Groups["digits"].Value.Replace("_", "", StringComparison.Ordinal);
        var radix = match.Groups["radix"].Value switch
        {
            "0x" or "0X" => 16,
            "0o" or "0O" or "0" => 8,
            "0b" or "0B" => 2,
            _ => 10,
        };
        var value = BigInteger.Zero;
        foreach (var digit in digits)
        {
            var number = char.IsAsciiDigit(digit) ? digit - '0' : char.ToLowerInvariant(digit) - 'a' + 10;
            if (number >= radix)
            {
                return null;
            }

            value = (value * radix) + number;
        }

        return match.Groups["sign"].Value == "-" ? -value : value;
    }

    private static double? Float(string text) =>
        FloatForm().IsMatch(text) ? double.Parse(text.Replace("_", "", StringComparison.Ordinal), CultureInfo.InvariantCulture) : null;

    /// <summary>A date or a time in the text form of Go, which is what the CLI hands on.</summary>
    private static string? Date(string text)
    {
        if (!DateForm().IsMatch(text)
            || !DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time))
        {
            return null;
        }

        var zone = time.Offset == TimeSpan.Zero ? "+0000 UTC" : $"{Offset(time)} {Offset(time)}";
        return $"{time.ToString("yyyy-MM-dd HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture)} {zone}";
    }

    private static string Offset(DateTimeOffset time) =>
        time.ToString("zzz", CultureInfo.InvariantCulture).Replace(":", "", StringComparison.Ordinal);

    [GeneratedRegex("^(?<sign>[-+]?)(?<radix>0[xX]|0[oO]|0[bB]|0(?=[0-9_]))?(?<digits>[0-9a-fA-F][0-9a-fA-F_]*)$")]
    private static partial Regex IntegerForm();

    [GeneratedRegex(@"^[-+]?(\.[0-9]+|[0-9][0-9_]*(\.[0-9]*)?)([eE][-+]?[0-9]+)?$")]
    private static partial Regex FloatForm();

    [GeneratedRegex("^[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}([Tt ]|$)")]
    private static partial Regex DateForm();
}
