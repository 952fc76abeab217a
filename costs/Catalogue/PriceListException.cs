namespace Costs.Catalogue;

/// <summary>A price list that cannot be used, and everything that is wrong with it.</summary>
public sealed class PriceListException(string name, IReadOnlyList<string> faults)
    : Exception($"{name} is not a price list. {string.Join(" ", faults)} The format is described in costs/Catalogue/README.md.")
{
    public IReadOnlyList<string> Faults { get; } = faults;
}
