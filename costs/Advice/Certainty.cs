using Costs.Catalogue;
using Costs.Quantities;

namespace Costs.Advice;

/// <summary>How sure a saving is.</summary>
/// <param name="RestsOn">What the amount rests on that neither plan nor price list say; empty for nothing.</param>
/// <param name="Surer">What would make it surer, as a sentence without its full stop; empty where nothing has to.</param>
public sealed record Certainty(CertaintyLevel Level, ImmutableArray<string> RestsOn, string Surer)
{
    /// <summary>For how long it was measured, for example "14 days"; only where it was.</summary>
    public string? MeasuredOver { get; private init; }

    /// <summary>CloudWatch measured what decides.</summary>
    /// <param name="over">For how long.</param>
    /// <param name="restsOn">How much was seen.</param>
    public static Certainty Measured(string over, ImmutableArray<string> restsOn, string surer) =>
        new(CertaintyLevel.Measured, restsOn, surer) { MeasuredOver = over };

    /// <summary>Nobody knows before something is measured or stated.</summary>
    public static Certainty NeedsFigures(string surer) => new(CertaintyLevel.NeedsFigures, [], surer);

    /// <summary>As sure as the figures that a change of cost rests on.</summary>
    internal static Certainty Of(Outcome outcome, string surer)
    {
        ImmutableArray<Assumption> assumptions =
        [
            .. outcome.Changed.SelectMany(component => component.Explanation.Assumptions)
                .Where(assumption => assumption.Kind != AssumptionKind.Model)
                .Distinct(),
        ];
        var confidence = outcome.Changed.Select(component => component.Explanation.Price.Provenance.Confidence)
            .DefaultIfEmpty(Confidence.Exact).Min();
        ImmutableArray<string> factors =
            [.. outcome.Changed.Select(component => component.Explanation.Factor?.Because).OfType<string>().Distinct(StringComparer.Ordinal)];
        var measured = assumptions.Select(assumption => assumption.MeasuredOver).FirstOrDefault(days => days is not null);
        var level =
            confidence == Confidence.Assumed || assumptions.Any(assumption => assumption.Kind == AssumptionKind.DefaultUsage)
                ? CertaintyLevel.Assumed
                : measured is not null ? CertaintyLevel.Measured
                : confidence == Confidence.Derived || !assumptions.IsEmpty || !factors.IsEmpty
                    ? CertaintyLevel.Estimated
                    : CertaintyLevel.Exact;
        return new(level, [.. assumptions.Select(assumption => assumption.Text), .. factors], surer)
        {
            MeasuredOver = level == CertaintyLevel.Measured ? measured : null,
        };
    }
}

/// <summary>Least sure first.</summary>
public enum CertaintyLevel
{
    /// <summary>A measurement, or a figure that nobody stated, decides.</summary>
    NeedsFigures,

    /// <summary>A price or a usage in it is a default that nobody stated.</summary>
    Assumed,

    /// <summary>It rests on the usage that the stack states.</summary>
    Estimated,

    /// <summary>It rests on what CloudWatch measured.</summary>
    Measured,

    /// <summary>Plan and published prices say all.</summary>
    Exact,
}
