using Policies.Workloads;
using ResourceViews.Aws.S3;
using static Policies.Workloads.Resources.ViewReading;
using Native = ResourceViews.AwsNative.S3;

namespace Policies.S3;

/// <summary>Judges after how many days Intelligent-Tiering archives what nobody reads.</summary>
/// <remarks>https://docs.aws.amazon.com/AmazonS3/latest/API/API_Tiering.html</remarks>
internal static class ArchiveTiers
{
    private const int Most = 730;

    public static IEnumerable<Verdict> Judge(BucketIntelligentTieringConfigurationProps tiering, string name) =>
        Each(tiering.Tierings, (tier, at) => Judge(Setting(tier.AccessTier, at), Setting(tier.Days, at), at, tier.IsUnknown, name));

    /// <summary>A bucket of <c>aws-native</c> carries its configurations itself.</summary>
    public static IEnumerable<Verdict> Judge(Native.BucketProps bucket, string name) =>
        Each(bucket.IntelligentTieringConfigurations, (tiering, at) => tiering.IsUnknown
            ? [Verdict.Unknown(at.ToString())]
            : Each(
                tiering.Tierings,
                (tier, to) => Judge(Setting(tier.AccessTier, to), Setting(tier.Days, to), to, tier.IsUnknown, name),
                at)).SelectMany(verdicts => verdicts);

    private static Verdict Judge(Setting<string> tier, Setting<int?> days, PropertyPath at, bool isUnknown, string name)
    {
        var least = tier.Known.Value switch
        {
            "ARCHIVE_ACCESS" => 90,
            "DEEP_ARCHIVE_ACCESS" => 180,
            _ => 0,
        };
        return (tier.Known, days.Known) switch
        {
            _ when isUnknown => Verdict.Unknown(at.ToString()),
            ({ IsUnknown: true }, _) => Verdict.Unknown(tier.Path.ToString()),
            (_, { IsUnknown: true }) => Verdict.Unknown(days.Path.ToString()),
            (_, { Value: { } after }) when after < least || after > Most => Verdict.Violation(
                $"{name}: {days.Path} is {days.Known} for {tier.Known}, expected {least} to {Most}."),
            _ => Verdict.Compliant,
        };
    }
}
