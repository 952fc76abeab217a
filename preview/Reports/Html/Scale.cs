namespace Preview.Reports.Html;

/// <summary>Where amounts lie on an axis.</summary>
/// <param name="Largest">The amount at its end.</param>
/// <param name="Length">Of the axis, in pixels.</param>
internal sealed record Scale(decimal Largest, decimal Length)
{
    /// <summary>An axis that ends at a round number, so that its marks are round too.</summary>
    public static Scale UpTo(decimal amount, decimal length)
    {
        var power = 1m;
        for (; power * 10 <= amount; power *= 10)
        {
        }

        decimal[] rounds = [1, 2, 4, 5, 8, 10];
        return new(Math.Max(1, rounds.First(round => round * power >= amount || round == 10) * power), length);
    }

    public decimal At(decimal amount) => Math.Round(Math.Clamp(amount, 0, Largest) / Largest * Length, 1);

    /// <summary>Amounts to mark: none, each quarter, and the end.</summary>
    public IEnumerable<decimal> Marks => Enumerable.Range(0, 5).Select(quarter => Largest * quarter / 4);
}
