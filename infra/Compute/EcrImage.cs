using System.Diagnostics.CodeAnalysis;

namespace Infra.Compute;

/// <summary>A container image in ECR: whose it is and where, so that a role can be allowed to pull just this repository.</summary>
internal sealed record EcrImage(string AccountId, string Region, string Repository)
{
    /// <summary>Reads <c>&lt;account&gt;.dkr.ecr.&lt;region&gt;.amazonaws.com/&lt;repository&gt;:&lt;tag&gt;</c>, or with
    /// <c>@sha256:&lt;digest&gt;</c>.</summary>
    public static bool TryParse(string uri, [NotNullWhen(true)] out EcrImage? image)
    {
        image = null;
        if (uri.Split('/', 2) is not [var host, var path])
            return false;
        if (host.Split('.') is not [var account, "dkr", "ecr", var region, "amazonaws", "com", .. [] or ["cn"]])
            return false;
        if (PinnedRepository(path) is not { } repository || !IsAccount(account) || !IsRegion(region))
            return false;
        image = new(account, region, repository);
        return true;
    }

    public static EcrImage Parse(string uri) => TryParse(uri, out var image)
        ? image
        : throw new FormatException($"'{uri}' is not an image in ECR with a tag or digest.");

    /// <summary>What stands before tag or digest, or null if either is missing or malformed.</summary>
    private static string? PinnedRepository(string path)
    {
        var (name, isPinned) = path.Split('@') switch
        {
            [var before, var digest] => (before, IsDigest(digest)),
            _ when path.Split(':') is [var before, var tag] => (before, IsTag(tag)),
            _ => (path, false),
        };
        return isPinned && name.Split('/').All(IsName) ? name : null;
    }

    private static bool IsAccount(string text) => text.Length == 12 && text.All(char.IsAsciiDigit);

    private static bool IsRegion(string text) => text.Split('-') is [.. { Length: > 1 } words, var number]
        && number.Length == 1 && char.IsAsciiDigit(number[0])
        && words.All(word => word.Length > 0 && word.All(char.IsAsciiLetterLower));

    private static bool IsDigest(string text) =>
        text.Length == 71 && text.StartsWith("sha256:", StringComparison.Ordinal) && text[7..].All(char.IsAsciiHexDigitLower);

    private static bool IsTag(string text) => text.Length is > 0 and <= 128 && text[0] is not ('.' or '-')
        && text.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '_' or '.' or '-');

    private static bool IsName(string text) => text.Length > 0 && IsLowerOrDigit(text[0]) && IsLowerOrDigit(text[^1])
        && text.All(letter => IsLowerOrDigit(letter) || letter is '_' or '.' or '-');

    private static bool IsLowerOrDigit(char letter) => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter);
}
