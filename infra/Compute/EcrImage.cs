using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace Infra.Compute;

/// <summary>A container image in ECR: whose it is and where, so that a role can be allowed to pull just this repository.</summary>
internal sealed partial record EcrImage(string AccountId, string Region, string Repository)
{
    public static bool TryParse(string uri, [NotNullWhen(true)] out EcrImage? image)
    {
        var match = Uri().Match(uri);
        image = match.Success
            ? new(match.Groups["account"].Value, match.Groups["region"].Value, match.Groups["repository"].Value)
            : null;
        return match.Success;
    }

    public static EcrImage Parse(string uri) => TryParse(uri, out var image)
        ? image
        : throw new FormatException($"'{uri}' is not an image in ECR with a tag or digest.");

    [GeneratedRegex("""
        ^(?<account>[0-9]{12})\.dkr\.ecr\.(?<region>[a-z]{2,}(-[a-z]+)+-[0-9])\.amazonaws\.com(\.cn)?
        /(?<repository>[a-z0-9]+([._/-][a-z0-9]+)*)
        (:[A-Za-z0-9_][A-Za-z0-9._-]{0,127}|@sha256:[0-9a-f]{64})$
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant)]
    private static partial Regex Uri();
}
