using System.Globalization;

namespace Costs.Money;

/// <summary>An amount of USD at the least, as expected, and at the most. Only printing rounds it to cents.</summary>
public readonly record struct Cost
{
    /// <summary>
    /// Digits that are kept: far less than a bill can show, and few enough that sums are exact, whatever is added up first.
    /// </summary>
    private const int Digits = 12;

    public Cost(decimal floor, decimal expected, decimal ceiling)
    {
        if (floor > expected || expected > ceiling)
        {
            throw new ArgumentException(Invariant($"A cost of {floor} to {ceiling} cannot be expected to be {expected}."));
        }

        (Floor, Expected, Ceiling) = (
            decimal.Round(floor, Digits), decimal.Round(expected, Digits), decimal.Round(ceiling, Digits));
    }

    public static Cost Zero => default;

    public decimal Floor { get; }

    public decimal Expected { get; }

    public decimal Ceiling { get; }

    /// <summary>Whether all three are the same amount.</summary>
    public bool IsFixed => Floor == Ceiling;

    public static Cost Of(decimal usd) => new(usd, usd, usd);

    public static Cost Sum(IEnumerable<Cost> costs)
    {
        var (floor, expected, ceiling) = (0m, 0m, 0m);
        foreach (var cost in costs)
        {
            (floor, expected, ceiling) = (floor + cost.Floor, expected + cost.Expected, ceiling + cost.Ceiling);
        }

        return new(floor, expected, ceiling);
    }

    /// <summary>For people, for example "$1,234.50" or "$0.00 – $12.30 – $44.00".</summary>
    public override string ToString() => IsFixed
        ? Usd.Text(Expected)
        : $"{Usd.Text(Floor)} – {Usd.Text(Expected)} – {Usd.Text(Ceiling)}";

    public static Cost operator +(Cost left, Cost right) =>
        new(left.Floor + right.Floor, left.Expected + right.Expected, left.Ceiling + right.Ceiling);

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
