using System.Net;

namespace Infra.Network;

/// <summary>Divides the addresses of a VPC among its subnets.</summary>
internal static class AddressPlan
{
    /// <summary>Bits by which a subnet's prefix is longer than the VPC's: room for 16 subnets.</summary>
    private const int SubnetBits = 4;

    /// <summary>The block of a subnet.</summary>
    /// <param name="cidr">The VPC's block.</param>
    /// <param name="index">0 to 15.</param>
    public static string Subnet(string cidr, int index)
    {
        var network = IPNetwork.Parse(cidr);
        var prefix = network.PrefixLength + SubnetBits;
        var address = BitConverter.ToUInt32([.. network.BaseAddress.GetAddressBytes().Reverse()]);
        var shifted = address + ((uint)index << (32 - prefix));
        return $"{new IPAddress([.. BitConverter.GetBytes(shifted).Reverse()])}/{prefix}";
    }
}
