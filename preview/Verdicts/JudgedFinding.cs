using Costs.Money;
using Preview.Engine;
using Preview.Policies;

namespace Preview.Verdicts;

/// <summary>A finding with all that a reviewer needs to act on it.</summary>
internal sealed record JudgedFinding
{
    /// <summary>What the policy said, word for word.</summary>
    public required Finding Finding { get; init; }

    /// <summary>The page of the policy; null where its pack names none.</summary>
    public string? Url { get; init; }

    public required string Found { get; init; }

    /// <summary>Null where the policy does not say it by itself.</summary>
    public string? Allowed { get; init; }

    /// <summary>One line; null where neither the finding nor the policy says what to do.</summary>
    public string? Fix { get; init; }

    /// <summary>What the resource costs a month as it is planned; null where it costs nothing or that is not known.</summary>
    public Cost? Monthly { get; init; }

    /// <summary>Where the source creates the resource; null where that is not known.</summary>
    public SourcePlace? Place { get; init; }

    public string ResourceType => Urn.TypeOf(Finding.Urn);

    public string ResourceName => Urn.NameOf(Finding.Urn);
}
