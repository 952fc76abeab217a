namespace Costs.Catalogue;

/// <summary>A price list that cannot be used, and everything that is wrong with it.</summary>
public sealed class PriceListException : Exception
{
    /// <summary>It can be read and is no price list.</summary>
    /// <param name="name">How the user calls it.</param>
    /// <param name="faults">Sentences.</param>
    public PriceListException(string name, IReadOnlyList<string> faults)
        : base($"{name} is not a price list. {string.Join(" ", faults)} The format is described in costs/Catalogue/README.md.") => Faults = faults;

    private PriceListException(string message, string fault)
        : base(message) => Faults = [fault];

    public IReadOnlyList<string> Faults { get; }

    /// <summary>It is an offer of AWS, or should be one, that makes no price list.</summary>
    public static PriceListException NoOffer(string name, string fault) => new($"The offer {name} makes no price list. {fault}", fault);

    /// <summary>It cannot be read at all.</summary>
    public static PriceListException Unreadable(string name, Exception fault) =>
        new($"The price list {name} cannot be read: {fault.Message}", fault.Message);
}
