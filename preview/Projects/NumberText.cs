using System.Globalization;

namespace Preview.Projects;

/// <summary>A number as JSON and JavaScript write it: the fewest digits that read back the same, an exponent only where it is far off.</summary>
internal static class NumberText
{
    private const int LargestPlainExponent = 21;
    private const int SmallestPlainExponent = -6;

    public static string Of(double number)
    {
        if (number == 0)
        {
            return "0";
        }

        var scientific = number.ToString("E16", CultureInfo.InvariantCulture);
        var shortest = number.ToString("R", CultureInfo.InvariantCulture);
        var exponent = int.Parse(scientific.AsSpan(scientific.IndexOf('E') + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        var digits = DigitsOf(shortest);
        var sign = number < 0 ? "-" : "";
        return sign + exponent switch
        {
            >= LargestPlainExponent or < SmallestPlainExponent =>
                $"{digits[0]}{(digits.Length > 1 ? $".{digits[1..]}" : "")}e{(exponent < 0 ? "-" : "+")}{Math.Abs(exponent)}",
            < 0 => $"0.{new string('0', -exponent - 1)}{digits}",
            _ when digits.Length <= exponent + 1 => digits + new string('0', exponent + 1 - digits.Length),
            _ => $"{digits[..(exponent + 1)]}.{digits[(exponent + 1)..]}",
        };
    }

    /// <summary>The significant digits of a number, without sign, point, exponent and zeros at either end.</summary>
    private static string DigitsOf(string number)
    {
        var mantissa = number.IndexOf('E') is >= 0 and var at ? number[..at] : number;
        return mantissa.TrimStart('-').Replace(".", "", StringComparison.Ordinal).TrimStart('0').TrimEnd('0');
    }
}
