namespace Costs.Advice;

/// <summary>What an adviser proposes, before it is weighed against what others do.</summary>
internal sealed record Proposal
{
    public required AdviceLine Line { get; init; }

    /// <summary>What it puts in the place of what; nothing where only figures are missing.</summary>
    public ImmutableArray<Replacement> Replacements { get; init; } = [];

    /// <summary>Whether it can be counted: its saving is known, and nothing has to be measured first.</summary>
    public bool IsSure => Line.Saving is AdviceSaving.Known;

    public bool Concerns(Surveyed thing) => Replacements.Any(one => one.Of == thing);
}

/// <summary>All that an adviser has to say.</summary>
/// <param name="Kept">What is right as it is.</param>
/// <param name="NotKnown">What it cannot judge.</param>
internal sealed record Findings(ImmutableArray<Proposal> Proposals, ImmutableArray<Remark> Kept, ImmutableArray<Remark> NotKnown)
{
    public static Findings None { get; } = new([], [], []);

    public Findings And(Findings other) =>
        new([.. Proposals, .. other.Proposals], [.. Kept, .. other.Kept], [.. NotKnown, .. other.NotKnown]);
}

/// <summary>Looks at one kind of thing. It decides and changes nothing.</summary>
internal interface IAdviser
{
    Findings Look(Workbench bench);
}
