using Infra.Identity;
using Infra.Storage;

namespace Infra.Development;

/// <summary>
/// What people may do from where they develop: read what the stack's jobs read and write, publish datasets and code. Jobs
/// are started through launchers, by people, under the policies that the families' outputs name.
/// </summary>
internal static class DevelopmentAccess
{
    private static readonly string[] Written = [BucketLayout.Code, BucketLayout.Datasets];

    private static readonly string[] Read =
        [.. Written, BucketLayout.Checkpoints, BucketLayout.Output, BucketLayout.LiveModels, BucketLayout.ArchivedModels];

    public static PolicyDocument On(string bucket, string logGroups, AwsPlace place) => new(
    [
        CommonStatements.List(bucket, Read, place),
        CommonStatements.Read(bucket, Read, place),
        CommonStatements.Write(bucket, Written, place),
        .. CommonStatements.Report(logGroups, logGroups.TrimEnd('*').TrimEnd('/'), place),
    ]);
}
