namespace Infra;

/// <summary>Names of letters that every AWS service takes. Stack and project names may hold more.</summary>
internal static class PlainName
{
    /// <summary>The name in lower-case letters, digits and hyphens; anything else becomes a hyphen.</summary>
    public static string Of(string name) => string.Concat(name.Select(
        letter => char.IsAsciiLetterOrDigit(letter) ? char.ToLowerInvariant(letter) : '-'));
}
