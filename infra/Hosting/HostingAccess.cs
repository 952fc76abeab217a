using Infra.Compute;
using Infra.Identity;

namespace Infra.Hosting;

/// <summary>What a serving container may do: read its own models, pull its own image, write logs and metrics.</summary>
internal static class HostingAccess
{
    /// <summary>SageMaker names a log group for each endpoint, below this name.</summary>
    private const string Endpoints = "/aws/sagemaker/Endpoints";

    public static PolicyDocument For(string image, string bucket, string modelFolder, AwsPlace place) => new(
    [
        CommonStatements.List(bucket, [modelFolder], place),
        CommonStatements.Read(bucket, [modelFolder], place),
        .. CommonStatements.PullImage(EcrImage.Parse(image), place),
        .. CommonStatements.Report($"{Endpoints}/*", Endpoints, place),
    ]);
}
