using System.Text;
using System.Text.Json;

namespace Costs.Measured;

/// <summary>A file as a shell wrote it.</summary>
internal static class MetricText
{
    private const int Shown = 40;

    /// <summary>PowerShell writes UTF-16, with a mark that says so.</summary>
    public static string Decode(ReadOnlySpan<byte> file)
    {
        using var reader = new StreamReader(new MemoryStream(file.ToArray()), Encoding.UTF8, detectEncodingFromByteOrderMarks: true);
        return reader.ReadToEnd();
    }

    /// <summary>What it is instead of JSON.</summary>
    public static string WhyNotJson(string text, JsonException fault)
    {
        var begin = text.TrimStart();
        if (begin.Length == 0)
        {
            return "It is empty, as it is when the AWS CLI failed.";
        }

        if (begin[0] is not ('{' or '['))
        {
            return $"It is not JSON, it begins with {First(begin)}; --output text, table and yaml cannot be read.";
        }

        return text.Contains("NaN", StringComparison.Ordinal)
            ? $"It has the value NaN, which is no number ({Where(fault)})."
            : $"It is not JSON to its end ({Where(fault)}), as when it was cut off.";
    }

    private static string First(string text)
    {
        var line = text.ReplaceLineEndings("\n").Split('\n')[0];
        return line.Length > Shown ? $"{line[..Shown]}…" : line;
    }

    private static string Where(JsonException fault) => $"line {(fault.LineNumber ?? 0) + 1}";
}
