using System.ComponentModel.DataAnnotations;
using Infra.Settings;

namespace Infra.Network;

/// <summary>How traffic of private subnets reaches AWS: past NAT where that is cheaper.</summary>
internal sealed record NetworkSettings : IConsistent
{
    /// <summary>Whether the stack has it. Default: false.</summary>
    public bool Enabled { get; init; }

    /// <summary>A VPC that exists. Default: a new one.</summary>
    [VpcId]
    public string? VpcId { get; init; }

    /// <summary>Its private subnets, one in each zone, in which interface endpoints get their addresses.</summary>
    [SubnetId]
    [Length(0, 6)]
    public IReadOnlyList<string> SubnetIds { get; init; } = [];

    /// <summary>The route tables of those subnets, which learn the way to S3.</summary>
    [RouteTableId]
    [Length(0, 20)]
    public IReadOnlyList<string> RouteTableIds { get; init; } = [];

    /// <summary>Addresses of the VPC, from which interface endpoints can be reached; a new VPC gets them, divided among its zones.
    /// Default: 10.80.0.0/16.</summary>
    [CidrBlock]
    public string Cidr { get; init; } = "10.80.0.0/16";

    /// <summary>Zones of the Region, by their letters, in which a new VPC has subnets. Default: a and b.</summary>
    [ZoneLetter]
    [Length(1, 4)]
    public IReadOnlyList<string> Zones { get; init; } = ["a", "b"];

    /// <summary>NAT gateways that an existing VPC has or a new one gets: <c>single</c>, one in each of the <c>zones</c>, or <c>none</c>,
    /// where endpoints are the only way out. Default: none.</summary>
    [AllowedValues(NatPlacement.None, NatPlacement.Single, NatPlacement.Zones)]
    public string Nat { get; init; } = NatPlacement.None;

    /// <summary>GB a month between the subnets and services of AWS, by the name of the service's endpoint, such as <c>ecr.dkr</c>,
    /// <c>logs</c>, <c>sagemaker.api</c>, <c>sts</c>. S3 needs no entry: its endpoint is free.</summary>
    [Length(0, 50)]
    public IReadOnlyDictionary<string, string> GbPerMonth { get; init; } = new SortedDictionary<string, string>();

    public IEnumerable<SettingFault> Inconsistencies(string path)
    {
        if (VpcId is null && (SubnetIds.Count > 0 || RouteTableIds.Count > 0))
            yield return new(SettingsShape.Join(path, "vpcId"), "is not set", "the VPC of subnetIds and routeTableIds, or none of the three");
        if (VpcId is not null && (SubnetIds.Count == 0 || RouteTableIds.Count == 0))
            yield return new(SettingsShape.Join(path, "vpcId"), "stands alone", "a VPC together with its subnetIds and routeTableIds");
        if (Zones.Distinct().Count() != Zones.Count)
            yield return new(SettingsShape.Join(path, "zones"), $"is {string.Join(", ", Zones)}", "each letter once");
        foreach (var (service, gb) in GbPerMonth)
        {
            if (!decimal.TryParse(gb, System.Globalization.CultureInfo.InvariantCulture, out var amount) || amount < 0)
                yield return new(SettingsShape.Join(path, $"gbPerMonth.{service}"), $"is '{gb}'", "a number of GB, 0 or more");
        }
    }
}

/// <summary>Where NAT gateways are: each is paid for by the hour, and a zone without one sends its traffic through another.</summary>
internal static class NatPlacement
{
    public const string None = "none";
    public const string Single = "single";
    public const string Zones = "zones";
}
