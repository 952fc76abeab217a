using Infra.Compute;

namespace Infra.Identity;

/// <summary>What roles of containers that SageMaker runs have in common.</summary>
/// <remarks>https://docs.aws.amazon.com/sagemaker/latest/dg/sagemaker-roles.html</remarks>
internal static class CommonStatements
{
    /// <summary>Pulling one image. The login itself knows no resource.</summary>
    public static IReadOnlyList<Statement> PullImage(EcrImage image, AwsPlace place) =>
    [
        new()
        {
            Sid = "PullImage",
            Actions = ["ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"],
            Resources = [$"arn:{place.Partition}:ecr:{image.Region}:{image.AccountId}:repository/{image.Repository}"],
        },
        new() { Sid = "LogInToRegistry", Actions = ["ecr:GetAuthorizationToken"], Resources = ["*"] },
    ];

    /// <summary>Writing the log streams and metrics that SageMaker shows. Metrics know no resource, only a namespace.</summary>
    public static IReadOnlyList<Statement> Report(string logGroups, string metrics, AwsPlace place) =>
    [
        new()
        {
            Sid = "WriteLogs",
            Actions = ["logs:CreateLogGroup", "logs:CreateLogStream", "logs:DescribeLogStreams", "logs:PutLogEvents"],
            Resources = [place.Arn("logs", $"log-group:{logGroups}"), place.Arn("logs", $"log-group:{logGroups}:log-stream:*")],
        },
        new()
        {
            Sid = "PublishMetrics",
            Actions = ["cloudwatch:PutMetricData"],
            Resources = ["*"],
            Conditions = [new("StringEquals", "cloudwatch:namespace", metrics)],
        },
    ];

    /// <summary>Looking into folders of a bucket and nowhere else in it.</summary>
    public static Statement List(string bucket, IReadOnlyList<string> folders, AwsPlace place) => new()
    {
        Sid = "ListFolders",
        Actions = ["s3:ListBucket"],
        Resources = [place.BucketArn(bucket)],
        Conditions = [new("StringLike", "s3:prefix", [.. folders.SelectMany(WithoutAndWithSlash)])],
    };

    public static Statement Read(string bucket, IReadOnlyList<string> folders, AwsPlace place) => new()
    {
        Sid = "ReadObjects",
        Actions = ["s3:GetObject"],
        Resources = [.. folders.Select(folder => $"{place.BucketArn(bucket)}/{folder}*")],
    };

    public static Statement Write(string bucket, IReadOnlyList<string> folders, AwsPlace place) => new()
    {
        Sid = "WriteObjects",
        Actions = ["s3:AbortMultipartUpload", "s3:PutObject"],
        Resources = [.. folders.Select(folder => $"{place.BucketArn(bucket)}/{folder}*")],
    };

    /// <summary>Logging of state machines. Log delivery is set up for an account as a whole; these actions know no resource.</summary>
    /// <remarks>https://docs.aws.amazon.com/step-functions/latest/dg/cw-logs.html</remarks>
    public static Statement DeliverLogs { get; } = new()
    {
        Sid = "DeliverLogs",
        Actions =
        [
            "logs:CreateLogDelivery", "logs:DeleteLogDelivery", "logs:DescribeLogGroups", "logs:DescribeResourcePolicies",
            "logs:GetLogDelivery", "logs:ListLogDeliveries", "logs:PutResourcePolicy", "logs:UpdateLogDelivery",
        ],
        Resources = ["*"],
    };

    /// <summary>Using the bucket's key on what lies in the bucket.</summary>
    public static PolicyDocument UseKey(string keyArn) => new(new Statement
    {
        Sid = "UseBucketKey",
        Actions = ["kms:Decrypt", "kms:DescribeKey", "kms:Encrypt", "kms:GenerateDataKey"],
        Resources = [keyArn],
    });

    /// <summary>Some clients ask for a folder by its bare name; a wildcard there would cover its namesakes too.</summary>
    private static string[] WithoutAndWithSlash(string folder) => [folder.TrimEnd('/'), $"{folder}*"];
}
