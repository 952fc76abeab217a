using Infra.Identity;

namespace Infra.Storage;

/// <summary>Refuses every request to the bucket that is not encrypted on its way.</summary>
internal static class TlsOnlyPolicy
{
    public static PolicyDocument For(string bucket, AwsPlace place) => new(new Statement
    {
        Sid = "TlsOnly",
        Effect = "Deny",
        Principal = ("AWS", "*"),
        Actions = ["s3:*"],
        Resources = [place.BucketArn(bucket), $"{place.BucketArn(bucket)}/*"],
        Conditions = [new("Bool", "aws:SecureTransport", "false")],
    });
}
