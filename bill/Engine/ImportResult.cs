namespace Bill.Engine;

/// <summary>How reading went.</summary>
/// <param name="Lines">Lines that count.</param>
internal sealed record ImportResult(long Lines, ImmutableArray<BadLines> Bad, TimeSpan Took)
{
    public long BadCount => Bad.Sum(bad => bad.Count);
}

/// <summary>Lines that are left out of every figure, for one reason.</summary>
/// <param name="Reason">For people, for example "line_item_unblended_cost is not a number".</param>
/// <param name="Example">What was found, or where; null where there is nothing to show.</param>
/// <param name="Usd">What they cost, as far as that can be read.</param>
internal sealed record BadLines(string Reason, long Count, string? Example, decimal Usd);
