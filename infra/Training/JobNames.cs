namespace Infra.Training;

/// <summary>
/// Names of training jobs. A name is unique for ever in an account and Region and may have 63 characters, 36 of which
/// are an execution's UUID: what is left says whose job it is, and is what roles are limited to.
/// </summary>
/// <param name="Prefix">Stack and family, shortened where they are long.</param>
internal sealed record JobNames(string Prefix)
{
    private const int LongestName = 63;
    private const int UuidLength = 36;
    private static readonly int LongestPrefix = LongestName - UuidLength - "-spot-".Length;

    public string Spot => $"{Prefix}-spot-";

    public string OnDemand => $"{Prefix}-full-";

    public static JobNames Of(string stack, string family)
    {
        var whole = $"{stack}-{family}";
        var legal = PlainName.Of(whole);
        return new(legal == whole && IsLegal(legal) ? legal : Shorten(whole, legal));
    }

    /// <summary>A hash of the whole keeps apart what begins alike.</summary>
    private static string Shorten(string whole, string legal)
    {
        var hash = PlainName.Hash(whole);
        var kept = legal[..Math.Min(legal.Length, LongestPrefix - hash.Length - 1)].Trim('-');
        return kept.Length == 0 ? $"j{hash}" : $"{kept}-{hash}";
    }

    private static bool IsLegal(string name) =>
        name.Length <= LongestPrefix && char.IsAsciiLetterOrDigit(name[0]) && char.IsAsciiLetterOrDigit(name[^1]);
}
