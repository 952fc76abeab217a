namespace Infra.Settings;

/// <summary>
/// A key of a settings map. It becomes the logical name of resources, the beginning of their physical names and a part
/// of S3 prefixes, so it must suit all of them.
/// </summary>
internal static class ResourceName
{
    /// <summary>With the longest suffix of ours and the provider's eight characters, still a legal IAM role name (64).</summary>
    public const int MaxLength = 32;

    public const string Accepted = "1 to 32 lower-case letters, digits and single hyphens, beginning with a letter";

    /// <summary>The same as a regular expression, for editors.</summary>
    public const string Pattern = "^(?=.{1,32}$)[a-z][a-z0-9]*(-[a-z0-9]+)*$";

    public static bool IsValid(string name) =>
        name.Length is > 0 and <= MaxLength
        && char.IsAsciiLetterLower(name[0])
        && name[^1] != '-'
        && !name.Contains("--", StringComparison.Ordinal)
        && name.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '-');
}
