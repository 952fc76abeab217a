using System.Globalization;
using Costs.Catalogue;
using Costs.Catalogue.Keys;
using Costs.Mappers.Network;
using Costs.Money;
using Costs.Usage;

namespace Costs.Advice;

/// <summary>
/// Interface endpoints beside NAT: an endpoint is paid for by the hour in each zone and by the GB, a NAT gateway that is there
/// anyway by the GB only, at a higher price. So an endpoint pays above a certain traffic, and below it NAT does.
/// </summary>
internal sealed class NatOrEndpoint : IAdviser
{
    public Findings Look(Workbench bench)
    {
        if (!bench.Input.Plan.Any(NatGatewayMapper.IsGateway))
        {
            return Findings.None;
        }

        var endpoints = bench.Things.Where(thing => thing.Thing is PrivateTraffic { Way: TrafficWay.InterfaceEndpoint, Zones.IsKnown: true }).ToList();
        var outcomes = bench.Try([.. endpoints.Select(ThroughNat)]);
        var looked = endpoints.Zip(outcomes, (thing, outcome) => Look(thing, outcome, bench)).ToList();
        return new(
            [.. looked.Select(one => one.Proposal).OfType<Proposal>()],
            [.. looked.Select(one => one.Kept).OfType<Remark>()],
            []);
    }

    /// <summary>GB a month above which an interface endpoint costs less than NAT; null where a price is missing.</summary>
    public static decimal? BreakEvenGb(RegionPrices prices, decimal zones) =>
        (
            prices.Find(NetworkPrices.InterfaceEndpointHours).Price?.FirstUsd,
            prices.Find(NetworkPrices.InterfaceEndpointData).Price?.FirstUsd,
            prices.Find(NetworkPrices.NatGatewayData).Price?.FirstUsd) switch
        {
            ({ } hour, { } gb, { } natGb) when natGb > gb => zones * BillingMonth.Hours * hour / (natGb - gb),
            _ => null,
        };

    /// <summary>For example "1 zone" or "3 zones".</summary>
    public static string ZonesText(decimal zones) => $"{Money.Usd.QuantityText(zones)} {(zones == 1 ? "zone" : "zones")}";

    private static (Proposal? Proposal, Remark? Kept) Look(Surveyed thing, Outcome outcome, Workbench bench)
    {
        var traffic = (PrivateTraffic)thing.Thing;
        if (bench.PricesOf(thing.Resource) is not { } prices || BreakEvenGb(prices, traffic.Zones.Expected) is not { } gb)
        {
            return default;
        }

        var breakEven = string.Create(
            CultureInfo.InvariantCulture,
            $"in {ZonesText(traffic.Zones.Expected)} an interface endpoint costs less than NAT above {gb:0} GB a month");
        return outcome.Usd switch
        {
            <= 0 => (null, new([thing.Resource.Name], breakEven)),
            { } usd => (Through(thing, outcome, $"{breakEven}, and {traffic.Gigabytes} GB pass", new AdviceSaving.Known(usd), bench), null),
            null => (Through(
                thing, outcome, breakEven, new AdviceSaving.Unknown($"{UsageKeys.ProcessedGb.Name} of {thing.Resource.Name} is not stated"), bench), null),
        };
    }

    private static Proposal Through(Surveyed thing, Outcome outcome, string why, AdviceSaving saving, Workbench bench)
    {
        var name = thing.Resource.Name;
        var service = ServiceOf(thing);
        return new()
        {
            Replacements = ThroughNat(thing),
            Line = new()
            {
                Topic = AdviceTopic.Network,
                What = $"Send the traffic of {name} through NAT, without an interface endpoint of its own",
                Resource = name,
                Urns = [thing.Resource.Urn],
                Saving = saving,
                Why = why,
                Certainty = saving is AdviceSaving.Known
                    ? Certainty.Of(outcome, "the BytesProcessed that CloudWatch has of the endpoint (AWS/PrivateLinkEndpoints)")
                    : Certainty.NeedsFigures(bench.Settings.Usage([thing.Resource], UsageKeys.ProcessedGb.Name)),
                Change = bench.Settings.Set(thing.Resource, $"gbPerMonth.{service}", "the way to the service", "what really passes"),
            },
        };
    }

    /// <summary>The name of the service's endpoint: ecr.dkr of com.amazonaws.us-east-1.ecr.dkr.</summary>
    private static string ServiceOf(Surveyed thing) =>
        thing.Resource.Inputs["serviceName"u8].AsString()?.Split('.', 4) is [_, _, _, var service] ? service : "<service>";

    private static ImmutableArray<Replacement> ThroughNat(Surveyed thing) =>
        [new(thing, (PrivateTraffic)thing.Thing with { Way = TrafficWay.Nat })];
}
