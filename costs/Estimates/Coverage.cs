using System.Globalization;

namespace Costs.Estimates;

/// <summary>How much of a plan the total stands for, in resources.</summary>
public sealed record Coverage(int Priced, int Free, int PartlyPriced, int NeedsUsage, int NotKnownYet, int Unpriced)
{
    public int All => Priced + Free + PartlyPriced + NeedsUsage + NotKnownYet + Unpriced;

    /// <summary>The share of resources whose whole cost is in the total, 0 to 1; 1 for an empty plan.</summary>
    public decimal Share => All == 0 ? 1 : (decimal)(Priced + Free) / All;

    public static Coverage Of(IEnumerable<EstimateLine> lines)
    {
        var counts = lines.CountBy(line => line.Status).ToDictionary();
        int Count(LineStatus status) => counts.GetValueOrDefault(status);
        return new(
            Count(LineStatus.Priced), Count(LineStatus.Free), Count(LineStatus.PartlyPriced),
            Count(LineStatus.NeedsUsage), Count(LineStatus.NotKnownYet), Count(LineStatus.Unpriced));
    }

    /// <summary>For example "38 of 41 resources (92%): 12 priced, 26 free, 1 in part, 2 need usage".</summary>
    public override string ToString()
    {
        (int Count, string Words)[] parts =
        [
            (Priced, "priced"), (Free, "free"), (PartlyPriced, "in part"), (NeedsUsage, "without stated usage"),
            (NotKnownYet, "not known before deployment"), (Unpriced, "unpriced"),
        ];
        var listed = string.Join(", ", parts.Where(part => part.Count > 0).Select(part => $"{part.Count} {part.Words}"));
        // Rounded down: 100% is said only of a plan that is covered whole.
        var percent = Math.Floor(Share * 100).ToString("0", CultureInfo.InvariantCulture);
        return All == 0 ? "no resources" : $"{Priced + Free} of {All} resources ({percent}%): {listed}";
    }
}
