namespace Costs.Mappers;

/// <summary>What a price is multiplied with: below 1 for a discount that AWS does not list as a price.</summary>
/// <param name="Because">Where the factor comes from; empty for none.</param>
internal sealed record PriceFactor(decimal Floor, decimal Expected, decimal Ceiling, string Because)
{
    public static PriceFactor None { get; } = new(1, 1, 1, "");
}
