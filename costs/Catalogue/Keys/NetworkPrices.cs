namespace Costs.Catalogue.Keys;

/// <summary>What traffic and the ways it takes cost.</summary>
internal static class NetworkPrices
{
    public static PriceKey NatGatewayHours { get; } = new("/vpc/natGateway/usdPerHour", "hours");

    public static PriceKey NatGatewayData { get; } = new("/vpc/natGateway/usdPerGB", "GB");

    public static PriceKey InterfaceEndpointHours { get; } = new("/vpc/interfaceEndpoint/usdPerHourPerAz", "hours");

    public static PriceKey InterfaceEndpointData { get; } = new("/vpc/interfaceEndpoint/usdPerGB/tiers", "GB");

    public static PriceKey PublicIpv4Hours { get; } = new("/vpc/publicIpv4/usdPerHour", "hours");

    /// <summary>The first 100 GB a month of an account are free.</summary>
    public static PriceKey InternetOut { get; } =
        new("/dataTransfer/internetEgress/tiers", "GB", FreePointer: "/dataTransfer/internetEgress/freeGBPerMonth/gb");

    public static PriceKey OtherRegions { get; } = new("/dataTransfer/interRegion/defaultUsd", "GB");

    /// <summary>Charged in each direction.</summary>
    public static PriceKey BetweenZones { get; } = new("/dataTransfer/interAz/usd", "GB");
}
