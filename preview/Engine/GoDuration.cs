using System.Globalization;
using System.Text.RegularExpressions;

namespace Preview.Engine;

/// <summary>Durations as Go writes them: 5m, 1h30m, 300000000000ns.</summary>
internal static partial class GoDuration
{
    /// <exception cref="RefusedException">The text is none.</exception>
    public static TimeSpan Parse(string text)
    {
        if (text.Length == 0)
        {
            return TimeSpan.Zero;
        }

        if (!WholeForm().IsMatch(text))
        {
            throw RefusedException.Invalid($"The timeout '{text}' is no duration; accepted are forms such as 5m, 1h30m and 90s.");
        }

        var seconds = PartForm().Matches(text).Sum(part =>
            double.Parse(part.Groups["number"].ValueSpan, CultureInfo.InvariantCulture) * SecondsOf(part.Groups["unit"].Value));
        return TimeSpan.FromSeconds(seconds);
    }

    private static double SecondsOf(string unit) => unit switch
    {
        "h" => 3600,
        "m" => 60,
        "s" => 1,
        "ms" => 1e-3,
        "ns" => 1e-9,
        _ => 1e-6,
    };

    [GeneratedRegex(@"^([0-9]+(\.[0-9]+)?(h|ms|m|s|us|µs|ns))+$")]
    private static partial Regex WholeForm();

    [GeneratedRegex(@"(?<number>[0-9]+(\.[0-9]+)?)(?<unit>h|ms|m|s|us|µs|ns)")]
    private static partial Regex PartForm();
}
