using Infra.Compute;
using Infra.Identity;
using Infra.Storage;

namespace Infra.Training;

/// <summary>What a running training job may do: its own folders, its own image, its logs and metrics.</summary>
internal static class TrainingAccess
{
    /// <summary>Log group and metric namespace have the same name.</summary>
    private const string TrainingJobs = "/aws/sagemaker/TrainingJobs";

    public static PolicyDocument For(TrainingFamily family, TrainingSite site)
    {
        var written = new[] { BucketLayout.CheckpointsOf(site.Family), BucketLayout.OutputOf(site.Family) };
        string[] read =
        [
            BucketLayout.CheckpointsOf(site.Family),
            BucketLayout.CodeOf(site.Family),
            .. family.FoldersByChannel(site.Family).Values.Distinct().Select(BucketLayout.Dataset),
        ];
        return new(
        [
            CommonStatements.List(site.Bucket, [.. read.Concat(written).Distinct()], site.Place),
            CommonStatements.Read(site.Bucket, read, site.Place),
            CommonStatements.Write(site.Bucket, written, site.Place),
            .. CommonStatements.PullImage(EcrImage.Parse(family.Image), site.Place),
            .. CommonStatements.Report(TrainingJobs, TrainingJobs, site.Place),
        ]);
    }
}
