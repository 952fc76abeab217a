using System.Globalization;

namespace Infra.Network;

/// <summary>Decides which services get an interface endpoint of their own.</summary>
/// <remarks>
/// An endpoint is paid for by the hour in each zone and by the GB, a NAT gateway that is there anyway by the GB only. So an endpoint
/// pays for itself above the traffic at which its hours cost what NAT takes more for the GB; without NAT it is the only way.
/// </remarks>
internal static class NetworkPlan
{
    private const int HoursPerMonth = 730;

    /// <summary>US dollars, us-east-1. Other Regions are dearer in about the same proportion, which is what decides.</summary>
    /// <remarks>https://aws.amazon.com/privatelink/pricing/ and https://aws.amazon.com/vpc/pricing/, September 2026.</remarks>
    private const decimal EndpointHour = 0.01m;
    private const decimal EndpointGb = 0.01m;
    private const decimal NatGb = 0.045m;

    /// <summary>GB a month above which an interface endpoint in so many zones is cheaper than NAT.</summary>
    public static decimal BreakEvenGb(int zones) => zones * HoursPerMonth * EndpointHour / (NatGb - EndpointGb);

    /// <summary>Every declared service with what it gets, in the order of their names.</summary>
    public static IReadOnlyList<ServiceRoute> RoutesOf(NetworkSettings settings)
    {
        var zones = settings.VpcId is null ? settings.Zones.Count : settings.SubnetIds.Count;
        var breakEven = BreakEvenGb(zones);
        return
        [
            .. from service in settings.GbPerMonth.OrderBy(entry => entry.Key, StringComparer.Ordinal)
               let gb = decimal.Parse(service.Value, CultureInfo.InvariantCulture)
               let hasNat = settings.Nat != NatPlacement.None
               select new ServiceRoute(service.Key, !hasNat || gb > breakEven, Why(hasNat, gb, breakEven)),
        ];
    }

    private static string Why(bool nat, decimal gb, decimal breakEven) => !nat
        ? "endpoint: there is no NAT"
        : string.Create(
            CultureInfo.InvariantCulture,
            $"{(gb > breakEven ? "endpoint" : "NAT")}: {gb:0.#} GB a month, break-even at {breakEven:0.#}");
}

/// <summary>How a service is reached.</summary>
/// <param name="Service">The name of its endpoint, such as <c>ecr.dkr</c>.</param>
/// <param name="HasEndpoint">Whether it gets an interface endpoint.</param>
/// <param name="Reason">Why, for people.</param>
internal sealed record ServiceRoute(string Service, bool HasEndpoint, string Reason);
