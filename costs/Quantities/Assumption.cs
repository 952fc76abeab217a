namespace Costs.Quantities;

/// <summary>Something a figure rests on that the plan itself does not say.</summary>
/// <param name="Text">A sentence for people, with the number in it.</param>
public sealed record Assumption(AssumptionKind Kind, string Text)
{
    /// <summary>For how long it was measured, for example "14 days"; null where it was not.</summary>
    public string? MeasuredOver { get; init; }

    public override string ToString() => Text;
}

public enum AssumptionKind
{
    /// <summary>Stated under usage in the stack's settings, or measured in its place.</summary>
    StatedUsage,

    /// <summary>A usage nobody stated, taken at its default.</summary>
    DefaultUsage,

    /// <summary>A way of counting: how AWS bills, or a simplification.</summary>
    Model,
}
