using System.Security.Cryptography;
using System.Text;

namespace Infra;

/// <summary>Names of letters that every AWS service takes. Stack and project names may hold more.</summary>
internal static class PlainName
{
    private const int HashLength = 6;

    /// <summary>The name in lower-case letters, digits and hyphens; anything else becomes a hyphen.</summary>
    public static string Of(string name) => string.Concat(name.Select(
        letter => char.IsAsciiLetterOrDigit(letter) ? char.ToLowerInvariant(letter) : '-'));

    /// <summary>Likewise, and a hash where that changed anything: <c>Team.A</c> and <c>team-a</c> stay apart.</summary>
    public static string Distinct(string name)
    {
        var plain = Of(name);
        return plain == name ? plain : $"{plain}-{Hash(name)}";
    }

    /// <summary>A few digits that tell names apart.</summary>
    public static string Hash(string name) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)))[..HashLength];
}
