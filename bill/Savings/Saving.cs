namespace Bill.Savings;

/// <summary>What a strategy would have saved on a bill. Each dollar of the bill is looked at by one strategy only.</summary>
/// <param name="Strategy">As the savings of a plan call it, for example spotTraining.</param>
/// <param name="Of">What the money that it looks at is now.</param>
/// <param name="Assumptions">What the estimate rests on that is not on the bill.</param>
/// <param name="NotEstimated">What was left out, and why.</param>
internal sealed record Saving(
    string Strategy, string Title, decimal Usd, decimal Of, ImmutableArray<string> Assumptions, ImmutableArray<string> NotEstimated);
