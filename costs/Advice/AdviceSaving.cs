namespace Costs.Advice;

/// <summary>What a piece of advice saves in a month: an amount, an amount under a condition, or a named gap. Never a $0 for "not known".</summary>
public abstract record AdviceSaving
{
    private AdviceSaving()
    {
    }

    /// <summary>USD a month, more than nothing.</summary>
    public sealed record Known(decimal PerMonth) : AdviceSaving;

    /// <summary>USD a month under a condition that neither plan nor usage answers.</summary>
    /// <param name="Condition">What has to hold, as the end of a sentence that begins with "if".</param>
    public sealed record If(decimal PerMonth, string Condition) : AdviceSaving;

    /// <param name="Because">What has to be known first, as a sentence without its full stop.</param>
    public sealed record Unknown(string Because) : AdviceSaving;
}
