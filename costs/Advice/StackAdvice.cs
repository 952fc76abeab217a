using Costs.Estimates;
using Costs.Money;

namespace Costs.Advice;

/// <summary>What could be done in a stack in order to spend less.</summary>
public sealed record StackAdvice
{
    /// <summary>Those whose saving is counted first, and then the largest.</summary>
    public required ImmutableArray<AdviceLine> Lines { get; init; }

    /// <summary>What was looked at and is the cheapest as it is.</summary>
    public required ImmutableArray<KeptAsIs> Kept { get; init; }

    /// <summary>What a Savings Plan would save on that which runs all month once the counted advice is taken; never counted.</summary>
    public required ImmutableArray<AdviceLine> Commitments { get; init; }

    /// <summary>A month as it is planned.</summary>
    public required Cost Before { get; init; }

    /// <summary>A month with all of the counted advice at once.</summary>
    public required Cost After { get; init; }

    public required ImmutableArray<RegionState> Regions { get; init; }

    /// <summary>For how long the use was measured, for example "14 days"; null where no metrics were given.</summary>
    public string? MeasuredOver { get; init; }

    /// <summary>Usage that the stack states and metrics contradict, a sentence each.</summary>
    public ImmutableArray<string> Contradictions { get; init; } = [];

    /// <summary>What the advice does without, since nothing measured it.</summary>
    public ImmutableArray<NotKnown> NotKnown { get; init; } = [];

    /// <summary>USD a month that all of the counted advice saves together.</summary>
    public decimal Total => Before.Expected - After.Expected;

    public IEnumerable<AdviceLine> Counted => Lines.Where(line => line.IsCounted);

    public IEnumerable<AdviceLine> NotCounted => Lines.Where(line => !line.IsCounted);
}

/// <summary>Things that are right as they are, and from where on they would not be.</summary>
/// <param name="Resources">By name.</param>
/// <param name="Why">A sentence without its full stop.</param>
public sealed record KeptAsIs(ImmutableArray<string> Resources, string Why);

/// <summary>Something that was not measured.</summary>
/// <param name="Resources">By name; none where it is about the metrics as a whole.</param>
/// <param name="What">A sentence without its full stop.</param>
public sealed record NotKnown(ImmutableArray<string> Resources, string What);
