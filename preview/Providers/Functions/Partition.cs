namespace Preview.Providers.Functions;

/// <summary>A group of AWS regions with accounts, names and addresses of its own.</summary>
/// <remarks>https://docs.aws.amazon.com/whitepapers/latest/aws-fault-isolation-boundaries/partitions.html</remarks>
internal sealed record Partition(string Name, string DnsSuffix, string ReverseDnsPrefix)
{
    private static readonly Partition Commercial = new("aws", "amazonaws.com", "com.amazonaws");
    private static readonly Partition China = new("aws-cn", "amazonaws.com.cn", "cn.com.amazonaws");
    private static readonly Partition Government = new("aws-us-gov", "amazonaws.com", "com.amazonaws");

    public static Partition Of(string region) => region switch
    {
        _ when region.StartsWith("cn-", StringComparison.Ordinal) => China,
        _ when region.StartsWith("us-gov-", StringComparison.Ordinal) => Government,
        _ => Commercial,
    };
}
