using Costs.Estimates;
using Costs.Money;

namespace Costs.Advice;

/// <summary>What could be done in a stack in order to spend less.</summary>
public sealed record StackAdvice
{
    /// <summary>Those whose saving is counted first, and then the largest.</summary>
    public required ImmutableArray<AdviceLine> Lines { get; init; }

    /// <summary>What was looked at and is the cheapest as it is, and from where on it would not be.</summary>
    public required ImmutableArray<Remark> Kept { get; init; }

    /// <summary>What could not be judged, and what would have to be known.</summary>
    public required ImmutableArray<Remark> NotKnown { get; init; }

    /// <summary>What a Savings Plan would save on that which runs all month once the counted advice is taken; never counted.</summary>
    public required ImmutableArray<AdviceLine> Commitments { get; init; }

    /// <summary>A month as it is planned.</summary>
    public required Cost Before { get; init; }

    /// <summary>A month with all of the counted advice at once.</summary>
    public required Cost After { get; init; }

    public required ImmutableArray<RegionState> Regions { get; init; }

    /// <summary>For how long the use was measured, for example "14 days"; null where no metrics were given.</summary>
    public required string? MeasuredOver { get; init; }

    /// <summary>What metrics would tell, and do not.</summary>
    public required ImmutableArray<Remark> NotMeasured { get; init; }

    /// <summary>What the stack states of its use, and metrics contradict.</summary>
    public required ImmutableArray<Remark> Contradictions { get; init; }

    /// <summary>USD a month that all of the counted advice saves together.</summary>
    public decimal Total => Before.Expected - After.Expected;

    public IEnumerable<AdviceLine> Counted => Lines.Where(line => line.IsCounted);

    public IEnumerable<AdviceLine> NotCounted => Lines.Where(line => !line.IsCounted);
}

/// <param name="Resources">What it is about, by name.</param>
/// <param name="Text">A sentence without its full stop.</param>
public sealed record Remark(ImmutableArray<string> Resources, string Text);
