using Costs.Quantities;

namespace Costs.Usage;

/// <summary>Reads one amount: a number, a day's profile, or floor, expected and ceiling.</summary>
internal sealed class AmountReader(UsageKey key)
{
    private const int HoursOfDay = 24;

    /// <summary>The amount; null where it is none that the key accepts.</summary>
    public Quantity? Read(PropertyValue value) => value.Kind switch
    {
        PropertyKind.Number or PropertyKind.String => Number(value) is { } number ? Quantity.Of(number) : null,
        PropertyKind.List when key.AcceptsProfile => Profile(value),
        PropertyKind.Object when key.AcceptsRange => Range(value),
        _ => null,
    };

    private Quantity? Profile(PropertyValue value)
    {
        var hours = new List<decimal?>();
        foreach (var hour in value.Items)
        {
            hours.Add(Number(hour));
        }

        return hours.Count == HoursOfDay && !hours.Contains(null) ? Quantity.Of(hours.Sum() / HoursOfDay ?? 0) : null;
    }

    private Quantity? Range(PropertyValue value) =>
        value.Members.Count == 3
        && Number(value["floor"]) is { } floor && Number(value["expected"]) is { } expected && Number(value["ceiling"]) is { } ceiling
        && floor <= expected && expected <= ceiling
            ? Quantity.Between(floor, expected, ceiling)
            : null;

    private decimal? Number(PropertyValue value) =>
        value.AsNumber() is { } number && number >= 0 && number <= (double)key.Maximum ? (decimal)number : null;
}
