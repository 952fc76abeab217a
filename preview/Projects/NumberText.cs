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

        var shortest = number.ToString("R", CultureInfo.InvariantCulture).TrimStart('-');
        var exponent = ExponentOf(shortest);
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

    /// <summary>The power of ten of the first significant digit.</summary>
    private static int ExponentOf(string number)
    {
        if (number.IndexOf('E') is >= 0 and var at)
        {
            return int.Parse(number.AsSpan(at + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        }

        var point = number.IndexOf('.') is >= 0 and var found ? found : number.Length;
        var first = number.AsSpan().IndexOfAnyInRange('1', '9');
        return first < point ? point - 1 - first : point - first;
    }

    /// <summary>The significant digits of a number, without point, exponent and zeros at either end.</summary>
    private static string DigitsOf(string number)
    {
        var mantissa = number.IndexOf('E') is >= 0 and var at ? number[..at] : number;
        return mantissa.Replace(".", "", StringComparison.Ordinal).TrimStart('0').TrimEnd('0');
    }
}
