using System.Collections.Immutable;

namespace Preview.Known;

/// <summary>What became of the violations that were accepted.</summary>
/// <param name="File">The file that lists them; null where this run is accepted as it is.</param>
/// <param name="Kept">Those that are still there, with how many look like that.</param>
/// <param name="Gone">Those that are no longer there.</param>
internal sealed record KnownMatch(
    string? File, ImmutableSortedDictionary<KnownFinding, int> Kept, ImmutableSortedDictionary<KnownFinding, int> Gone);
