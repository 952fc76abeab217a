using Infra.Compute;
using Infra.Identity;
using Infra.Storage;

namespace Infra.Training.Jobs;

/// <summary>What the containers of declared jobs may do: their own folders and images, their logs and metrics.</summary>
/// <param name="Images">What they are started from.</param>
/// <param name="Read">Folders of the bucket that they read.</param>
/// <param name="Written">Folders of the bucket that they write.</param>
/// <param name="Reports">The log groups that SageMaker keeps for them; their metrics have the same names.</param>
internal sealed record JobAccess(
    IReadOnlyList<string> Images, IReadOnlyList<string> Read, IReadOnlyList<string> Written, IReadOnlyList<string> Reports)
{
    public const string TrainingJobs = "/aws/sagemaker/TrainingJobs";
    public const string ProcessingJobs = "/aws/sagemaker/ProcessingJobs";

    /// <summary>The reach of a training job of a family.</summary>
    /// <param name="checkpoints">Where it keeps its checkpoints.</param>
    public static JobAccess Of(TrainingWork work, string checkpoints) => new(
        [work.Family.Image],
        Read: [checkpoints, BucketLayout.CodeOf(work.FamilyName), .. work.DatasetsByChannel.Select(channel => channel.Value)],
        Written: [checkpoints, work.OutputFolder],
        Reports: [TrainingJobs]);

    public PolicyDocument On(string bucket, AwsPlace place)
    {
        string[] read = [.. Read.Distinct()];
        string[] written = [.. Written.Distinct()];
        return new(
        [
            CommonStatements.List(bucket, [.. read.Union(written)], place),
            CommonStatements.Read(bucket, read, place),
            .. written.Length > 0 ? [CommonStatements.Write(bucket, written, place)] : Array.Empty<Statement>(),
            .. Merged(Images.Distinct().Select(image => CommonStatements.PullImage(EcrImage.Parse(image), place))),
            .. Merged(Reports.Select(report => CommonStatements.Report(report, report, place))),
        ]);
    }

    /// <summary>The same permission for several things is one statement: in a policy, an id stands once.</summary>
    private static IEnumerable<Statement> Merged(IEnumerable<IReadOnlyList<Statement>> statements) => statements
        .SelectMany(same => same)
        .GroupBy(statement => statement.Sid)
        .Select(same => same.First() with
        {
            Resources = [.. same.SelectMany(statement => statement.Resources).Distinct()],
            Conditions =
            [
                .. same.SelectMany(statement => statement.Conditions)
                    .GroupBy(condition => (condition.Operator, condition.Key))
                    .Select(condition => new Condition(
                        condition.Key.Operator, condition.Key.Key, [.. condition.SelectMany(each => each.Values).Distinct()])),
            ],
        });
}
