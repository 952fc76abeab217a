using Costs.Money;

namespace Costs.Quantities;

/// <summary>
/// How much of something a month or a run takes: at the least, as expected, and at the most. Or what is missing to say so:
/// a usage nobody stated, a property not known before deployment. Arithmetic carries along what is missing, and what was
/// assumed, so a mapper computes as if all were known.
/// </summary>
public sealed class Quantity
{
    private readonly decimal floor;
    private readonly decimal expected;
    private readonly decimal ceiling;

    private Quantity(decimal floor, decimal expected, decimal ceiling)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(floor);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(floor, expected);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(expected, ceiling);
        (this.floor, this.expected, this.ceiling) = (floor, expected, ceiling);
    }

    public static Quantity Zero { get; } = Of(0);

    public static Quantity One { get; } = Of(1);

    /// <summary>What has to be known first; empty where the numbers are there.</summary>
    public ImmutableArray<MissingFact> Missing { get; private init; } = [];

    /// <summary>Where the numbers came from, as far as that is not obvious.</summary>
    public ImmutableArray<Assumption> Assumptions { get; private init; } = [];

    public bool IsKnown => Missing.IsEmpty;

    public decimal Floor => IsKnown ? floor : throw NotKnown();

    public decimal Expected => IsKnown ? expected : throw NotKnown();

    public decimal Ceiling => IsKnown ? ceiling : throw NotKnown();

    public bool IsFixed => Floor == Ceiling;

    public static Quantity Of(decimal amount) => new(amount, amount, amount);

    public static Quantity Between(decimal floor, decimal expected, decimal ceiling) => new(floor, expected, ceiling);

    /// <summary>Depends on a usage that nobody stated and that has no sensible default.</summary>
    public static Quantity NeedsUsage(string key) => new(0, 0, 0) { Missing = [new(MissingFactKind.Usage, key)] };

    /// <summary>Depends on a property that is not known before deployment.</summary>
    public static Quantity NotKnownYet(string property) => new(0, 0, 0) { Missing = [new(MissingFactKind.Property, property)] };

    /// <summary>A property's number, its default where it is not set, or not known yet.</summary>
    public static Quantity Of(Known<int?> property, string path, int whenNotSet) =>
        property.IsUnknown ? NotKnownYet(path) : Of(Math.Max(0, property.Value ?? whenNotSet));

    /// <summary>The same, and what it rests on.</summary>
    public Quantity Because(Assumption assumption) => With(Missing, Assumptions.Add(assumption));

    /// <inheritdoc cref="Because(Assumption)"/>
    public Quantity Because(string text) => Because(new Assumption(AssumptionKind.Model, text));

    /// <summary>The same, resting on what another quantity rests on too.</summary>
    public Quantity With(Quantity other) => With(Union(Missing, other.Missing), Union(Assumptions, other.Assumptions));

    /// <summary>The larger of the two, number by number.</summary>
    public Quantity AtLeast(decimal other) =>
        Like(this, Math.Max(floor, other), Math.Max(expected, other), Math.Max(ceiling, other));

    /// <summary>The smaller of the two, number by number.</summary>
    public Quantity AtMost(decimal other) =>
        Like(this, Math.Min(floor, other), Math.Min(expected, other), Math.Min(ceiling, other));

    public override string ToString() => this switch
    {
        { IsKnown: false } => $"unknown ({string.Join(", ", Missing.Select(fact => fact.Name))})",
        { IsFixed: true } => Usd.QuantityText(expected),
        _ => $"{Usd.QuantityText(floor)} – {Usd.QuantityText(expected)} – {Usd.QuantityText(ceiling)}",
    };

    public static Quantity operator *(Quantity quantity, decimal factor) =>
        Like(quantity, quantity.floor * factor, quantity.expected * factor, quantity.ceiling * factor);

    public static Quantity operator /(Quantity quantity, decimal divisor) =>
        Like(quantity, quantity.floor / divisor, quantity.expected / divisor, quantity.ceiling / divisor);

    public static Quantity operator *(Quantity left, Quantity right) => Joined(
        left, right, left.floor * right.floor, left.expected * right.expected, left.ceiling * right.ceiling);

    public static Quantity operator +(Quantity left, Quantity right) => Joined(
        left, right, left.floor + right.floor, left.expected + right.expected, left.ceiling + right.ceiling);

    private static Quantity Like(Quantity original, decimal floor, decimal expected, decimal ceiling) =>
        new Quantity(floor, expected, ceiling).With(original.Missing, original.Assumptions);

    private static Quantity Joined(Quantity left, Quantity right, decimal floor, decimal expected, decimal ceiling) =>
        new Quantity(floor, expected, ceiling).With(
            Union(left.Missing, right.Missing), Union(left.Assumptions, right.Assumptions));

    private static ImmutableArray<T> Union<T>(ImmutableArray<T> left, ImmutableArray<T> right) =>
        right.IsEmpty ? left : left.IsEmpty ? right : [.. left.Union(right)];

    private Quantity With(ImmutableArray<MissingFact> missing, ImmutableArray<Assumption> assumptions) =>
        new(floor, expected, ceiling) { Missing = missing, Assumptions = assumptions };

    private InvalidOperationException NotKnown() => new($"The quantity is {this}; ask IsKnown first.");
}
