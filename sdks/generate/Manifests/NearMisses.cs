namespace Generate.Manifests;

/// <summary>The few known tokens that somebody who wrote an unknown one may have meant.</summary>
internal static class NearMisses
{
    private const int Offered = 3;

    public static IReadOnlyList<string> Of(string written, IEnumerable<string> known)
    {
        var allowed = Math.Max(2, written.Length / 4);
        var ranked = known
            .Distinct(StringComparer.Ordinal)
            .Select(token => (Token: token, Distance: Distance(written, token)))
            .Where(candidate => candidate.Distance <= allowed || SameName(written, candidate.Token))
            .OrderBy(candidate => candidate.Distance)
            .ThenBy(candidate => candidate.Token, StringComparer.Ordinal)
            .ToList();

        // One that is much farther off than the best is no longer what was meant.
        return [.. ranked
            .Where(candidate => candidate.Distance <= ranked[0].Distance + 3 || SameName(written, candidate.Token))
            .Take(Offered)
            .Select(candidate => candidate.Token)];
    }

    /// <summary>Right name, wrong module or package: far apart letter by letter, yet what was meant.</summary>
    private static bool SameName(string left, string right) =>
        string.Equals(LastPart(left), LastPart(right), StringComparison.OrdinalIgnoreCase);

    private static string LastPart(string token) => token[(token.LastIndexOf(':') + 1)..];

    /// <summary>Letters to insert, delete or replace to get from one to the other; case counts for nothing.</summary>
    private static int Distance(string left, string right)
    {
        var previous = Enumerable.Range(0, right.Length + 1).ToArray();
        var current = new int[right.Length + 1];
        for (var i = 1; i <= left.Length; i++)
        {
            current[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var replaced = previous[j - 1]
                    + (char.ToUpperInvariant(left[i - 1]) == char.ToUpperInvariant(right[j - 1]) ? 0 : 1);
                current[j] = Math.Min(replaced, Math.Min(previous[j], current[j - 1]) + 1);
            }

            (previous, current) = (current, previous);
        }

        return previous[right.Length];
    }
}
