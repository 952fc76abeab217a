namespace Preview.CommandLine;

/// <summary>Finds what a misspelt word may have been meant to be.</summary>
internal static class Spelling
{
    private const int MostEdits = 3;

    /// <summary>" Did you mean X?" for the nearest candidate, or nothing where none is near.</summary>
    public static string Suggest(string word, IEnumerable<string> candidates)
    {
        var (nearest, edits) = candidates
            .Select(candidate => (Candidate: candidate, Edits: Distance(word, candidate)))
            .DefaultIfEmpty(("", int.MaxValue))
            .MinBy(pair => pair.Item2);
        return edits <= Math.Min(MostEdits, word.Length / 2) ? $" Did you mean {nearest}?" : "";
    }

    /// <summary>Levenshtein distance: letters to insert, delete or replace.</summary>
    private static int Distance(string from, string to)
    {
        var row = Enumerable.Range(0, to.Length + 1).ToArray();
        for (var i = 1; i <= from.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= to.Length; j++)
            {
                var replaced = diagonal + (from[i - 1] == to[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(replaced, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[^1];
    }
}
