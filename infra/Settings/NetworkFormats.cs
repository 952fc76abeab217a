namespace Infra.Settings;

/// <summary>The id of a resource of EC2.</summary>
/// <remarks>https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/resource-ids.html</remarks>
internal abstract class Ec2IdAttribute(string kind) : FormatAttribute(
    $"{kind}- and 8 or 17 hexadecimal digits", $"^{kind}-([0-9a-f]{{8}}|[0-9a-f]{{17}})$")
{
    private readonly string prefix = $"{kind}-";

    protected override bool Matches(string text) => text.StartsWith(prefix, StringComparison.Ordinal)
        && text.Length - prefix.Length is 8 or 17
        && text[prefix.Length..].All(char.IsAsciiHexDigitLower);
}

internal sealed class VpcIdAttribute() : Ec2IdAttribute("vpc");

internal sealed class SubnetIdAttribute() : Ec2IdAttribute("subnet");

internal sealed class RouteTableIdAttribute() : Ec2IdAttribute("rtb");

/// <remarks>https://docs.aws.amazon.com/vpc/latest/userguide/vpc-cidr-blocks.html</remarks>
internal sealed class CidrBlockAttribute() : FormatAttribute(
    "a block of addresses, 10.80.0.0/16 for example, of /16 to /24")
{
    protected override bool Matches(string text) =>
        System.Net.IPNetwork.TryParse(text, out var network) && network.ToString() == text
        && network.BaseAddress.AddressFamily == System.Net.Sockets.AddressFamily.InterNetwork && network.PrefixLength is >= 16 and <= 24;
}

/// <remarks>https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/using-regions-availability-zones.html</remarks>
internal sealed class ZoneLetterAttribute() : FormatAttribute("letters of zones, a to f", "^[a-f]$")
{
    protected override bool Matches(string text) => text is [>= 'a' and <= 'f'];
}
