using Costs.Quantities;

namespace Costs.Mappers.SageMaker.Jobs;

/// <summary>Readings that training and tuning jobs share.</summary>
internal static class JobCapacity
{
    public static Capacity Of(Known<bool?> spot) => spot switch
    {
        { IsUnknown: true } => Capacity.NotKnownYet,
        { Value: true } => Capacity.Spot,
        _ => Capacity.OnDemand,
    };

    /// <summary>The next job may take the instances over at once, or none may come.</summary>
    public static Quantity KeepAlive(Known<int?> seconds) => seconds switch
    {
        { IsUnknown: true } => Quantity.NotKnownYet("resourceConfig.keepAlivePeriodInSeconds"),
        { Value: { } kept and > 0 } => Quantity.Between(0, kept / 3600m, kept / 3600m)
            .Because($"instances are kept {kept} seconds after each job, at the least not at all"),
        _ => Quantity.Zero,
    };
}
