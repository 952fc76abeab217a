namespace Pulumi.Policy.Hosting;

/// <summary>What https://semver.org calls a valid version, for example 1.2.0-beta.1+build.5.</summary>
internal static class SemanticVersion
{
    public static bool IsValid(string version)
    {
        var (release, build) = Cut(version, '+');
        var (core, preRelease) = Cut(release, '-');
        return core.Split('.') is [var major, var minor, var patch]
            && IsNumber(major) && IsNumber(minor) && IsNumber(patch)
            && (preRelease is null || preRelease.Split('.').All(part => IsNumber(part) || IsWord(part)))
            && (build is null || build.Split('.').All(IsIdentifier));
    }

    private static (string Before, string? After) Cut(string text, char mark) =>
        text.IndexOf(mark) is >= 0 and var at ? (text[..at], text[(at + 1)..]) : (text, null);

    private static bool IsNumber(string text) =>
        text.Length > 0 && text.All(char.IsAsciiDigit) && (text.Length == 1 || text[0] != '0');

    private static bool IsWord(string text) => IsIdentifier(text) && !text.All(char.IsAsciiDigit);

    private static bool IsIdentifier(string text) => text.Length > 0 && text.All(c => char.IsAsciiLetterOrDigit(c) || c == '-');
}
