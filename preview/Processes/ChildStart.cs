using System.Collections.Immutable;

namespace Preview.Processes;

/// <summary>What to start, and how.</summary>
internal sealed record ChildStart(string FileName, ImmutableArray<string> Arguments, string Directory)
{
    /// <summary>Variables in addition to those of this process.</summary>
    public ImmutableDictionary<string, string> Environment { get; init; } = ImmutableDictionary<string, string>.Empty;
}
