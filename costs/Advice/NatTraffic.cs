using System.Globalization;
using Costs.Catalogue.Keys;
using Costs.Mappers.Network;
using Costs.Money;
using Costs.Plan;

namespace Costs.Advice;

/// <summary>What passes NAT gateways on its way to services of AWS, which nobody sees in a plan.</summary>
internal sealed class NatTraffic : IAdviser
{
    public Findings Look(Workbench bench)
    {
        ImmutableArray<PlannedResource> gateways = [.. bench.Input.Plan.Where(NatGatewayMapper.IsGateway)];
        if (gateways.IsEmpty || bench.PricesOf(gateways[0]) is not { } prices
            || NatOrEndpoint.BreakEvenGb(prices, gateways.Length) is not { } breakEven
            || prices.Find(NetworkPrices.NatGatewayData).Price?.FirstUsd is not { } natGb)
        {
            return Findings.None;
        }

        var hasS3 = bench.Things.Any(thing => thing.Thing is PrivateTraffic { Way: TrafficWay.GatewayEndpoint });
        return (hasS3 ? Findings.None : new([S3(gateways, natGb, bench)], [], [])).And(Others(gateways, breakEven, bench));
    }

    private static Proposal S3(ImmutableArray<PlannedResource> gateways, decimal natGb, Workbench bench) => new()
    {
        Line = new()
        {
            Topic = AdviceTopic.Network,
            What = "Send the traffic to S3 past NAT",
            Resource = Names(gateways),
            Urns = [.. gateways.Select(gateway => gateway.Urn)],
            Saving = new AdviceSaving.Unknown("how much of what passes NAT goes to S3 is not stated"),
            Why = $"a gateway endpoint for S3 is free, and NAT takes {Usd.PriceText(natGb)} a GB",
            Certainty = Certainty.NeedsFigures(bench.Settings.Usage([gateways[0]], "processedGbPerMonth")),
            Change = "a VPC endpoint of the type Gateway for com.amazonaws.<region>.s3 in the route tables of the private subnets",
        },
    };

    /// <summary>No service can pay for an endpoint of its own where less passes NAT in all.</summary>
    private static Findings Others(ImmutableArray<PlannedResource> gateways, decimal breakEven, Workbench bench)
    {
        var passes = gateways.SelectMany(gateway => bench.Line(gateway).Components)
            .Where(component => component.Explanation.Price.Key == NetworkPrices.NatGatewayData)
            .Select(component => component.Explanation.Quantity.Expected)
            .DefaultIfEmpty().Sum();
        var turns = string.Create(
            CultureInfo.InvariantCulture,
            $"a service of AWS pays for an interface endpoint in {NatOrEndpoint.ZonesText(gateways.Length)} above {breakEven:0} GB a month");
        return passes > 0 && passes <= breakEven
            ? new([], [new([.. gateways.Select(gateway => gateway.Name)], $"{turns}, and {Usd.QuantityText(passes)} GB pass NAT in all")], [])
            : new([], [], [new(
                [.. gateways.Select(gateway => gateway.Name)],
                $"{turns}; how much of {(passes > 0 ? $"the {Usd.QuantityText(passes)} GB" : "what")} that {(passes > 0 ? "pass" : "passes")} NAT goes to which is not stated "
                + $"({bench.Settings.TrafficKey(gateways[0])})")]);
    }

    private static string Names(ImmutableArray<PlannedResource> gateways) => string.Join(", ", gateways.Select(gateway => gateway.Name));
}
