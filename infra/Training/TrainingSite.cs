using Infra.Storage;

namespace Infra.Training;

/// <summary>Where the jobs of a family run: the names a job needs that only a deployment knows.</summary>
/// <param name="Bucket">The artifact bucket; every URI of a job lies in it.</param>
/// <param name="KeyArn">The bucket's key. By its alias, since that is known before the key exists.</param>
/// <param name="SpotRoleArn">What spot jobs run under.</param>
/// <param name="OnDemandRoleArn">What jobs at full price run under. Only the launcher may pass it, so it tells them apart
/// from everybody else's.</param>
/// <param name="Tags">What every job is tagged with, so that its cost finds its owner.</param>
internal sealed record TrainingSite(
    string Family, JobNames Jobs, AwsPlace Place, string Bucket, string KeyArn, string SpotRoleArn, string OnDemandRoleArn,
    IReadOnlyDictionary<string, string> Tags)
{
    public string CheckpointUri => BucketLayout.Uri(Bucket, BucketLayout.CheckpointsOf(Family));

    public string OutputUri => BucketLayout.Uri(Bucket, BucketLayout.OutputOf(Family));

    public string DatasetUri(string folder) => BucketLayout.Uri(Bucket, BucketLayout.Dataset(folder));
}
