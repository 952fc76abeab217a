namespace Infra;

/// <summary>Where a stack is deployed, and how things there are called.</summary>
/// <param name="Partition"><c>aws</c>, or <c>aws-cn</c>, <c>aws-us-gov</c>.</param>
internal sealed record AwsPlace(string Partition, string Region, string AccountId)
{
    /// <summary>
    /// The ARN of something whose name is known. AWS tells a new resource's ARN only after it has made it; names are
    /// settled in a preview already, and with them policies can read a whole definition before anything exists.
    /// </summary>
    public string Arn(string service, string resource) => $"arn:{Partition}:{service}:{Region}:{AccountId}:{resource}";

    public string BucketArn(string bucket) => $"arn:{Partition}:s3:::{bucket}";

    public string RoleArn(string role) => $"arn:{Partition}:iam::{AccountId}:role/{role}";
}
