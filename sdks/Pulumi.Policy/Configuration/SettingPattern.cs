using System.Text.RegularExpressions;

namespace Pulumi.Policy.Configuration;

/// <summary>The keyword "pattern": a regular expression that is found somewhere in a text.</summary>
/// <remarks>The CLI checks settings too, with an engine that neither looks around nor refers back; nor does this one.</remarks>
internal static class SettingPattern
{
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.NonBacktracking;

    public static bool Matches(PropertyValue pattern, PropertyValue text) =>
        pattern.AsString() is not { } expression || Regex.IsMatch(text.AsString()!, expression, Options);

    /// <summary>What keeps a pattern from being one; null where nothing does.</summary>
    public static string? Fault(PropertyValue pattern)
    {
        try
        {
            return pattern.AsString() is { } expression && new Regex(expression, Options) is not null ? null : "it is no text";
        }
        catch (Exception exception) when (exception is ArgumentException or NotSupportedException)
        {
            return exception.Message;
        }
    }
}
