using System.Text.RegularExpressions;

namespace Infra.Training;

/// <summary>
/// Names of training jobs. A name is unique for ever in an account and Region and may have 63 characters, 36 of which
/// are an execution's UUID: what is left says whose job it is, and is what roles are limited to.
/// </summary>
/// <remarks>
/// Parts are joined by two hyphens, which no part has inside of it: otherwise the jobs of a family <c>a-spot-b</c> would be
/// within what the roles of a family <c>a</c> may stop.
/// </remarks>
/// <param name="Prefix">Stack and family, shortened where they are long.</param>
internal sealed partial record JobNames(string Prefix)
{
    private const int LongestName = 63;
    private const int UuidLength = 36;
    private static readonly int LongestPrefix = LongestName - UuidLength - "--spot-".Length;

    public string Spot => $"{Prefix}--spot-";

    public string OnDemand => $"{Prefix}--full-";

    public static JobNames Of(string stack, string family)
    {
        var whole = $"{stack}--{family}";
        return new(whole.Length <= LongestPrefix && IsPlain(stack) && IsPlain(family) ? whole : Shorten(whole));
    }

    /// <summary>A hash of the whole keeps apart what begins alike.</summary>
    private static string Shorten(string whole)
    {
        var (legal, hash) = (Hyphens().Replace(PlainName.Of(whole), "-"), PlainName.Hash(whole));
        var kept = legal[..Math.Min(legal.Length, LongestPrefix - hash.Length - 1)].Trim('-');
        return kept.Length == 0 ? $"j{hash}" : $"{kept}-{hash}";
    }

    private static bool IsPlain(string name) =>
        PlainName.Of(name) == name && name.Trim('-') == name && name.Length > 0 && !name.Contains("--", StringComparison.Ordinal);

    [GeneratedRegex("-+")]
    private static partial Regex Hyphens();
}
