using Infra.Storage;

namespace Infra.Training.Jobs;

/// <summary>What a declared job is called, and what depends on the name.</summary>
internal sealed record JobPlan
{
    public required string Name { get; init; }

    public required string Bucket { get; init; }

    public required string KeyArn { get; init; }

    public required string RoleArn { get; init; }

    public required string OutputUri { get; init; }

    /// <summary>A folder for each job: another job must not go on from this one's weights.</summary>
    public required string CheckpointUri { get; init; }

    public required ImmutableDictionary<string, string> HyperParameters { get; init; }

    /// <param name="run">Counts the runs of the same request.</param>
    /// <param name="checkpoints">The folder for all that ever run under this name of the stack file.</param>
    public static JobPlan For(string stack, string name, int run, TrainingWork work, JobSite site, string checkpoints)
    {
        var request = TrainingRequest.Of(work, site);
        request["Run"] = run;
        return Of(ContentName.Of(stack, name, request, ContentName.LongestTrainingJob), work, site, checkpoints);
    }

    public static JobPlan Of(string jobName, TrainingWork work, JobSite site, string checkpoints) => new()
    {
        Name = jobName,
        Bucket = site.Bucket,
        KeyArn = site.KeyArn,
        RoleArn = site.RoleArn,
        OutputUri = BucketLayout.Uri(site.Bucket, work.OutputFolder),
        CheckpointUri = BucketLayout.Uri(site.Bucket, $"{checkpoints}{jobName}/"),
        HyperParameters = work.HyperParametersIn(site.Bucket).ToImmutableDictionary(),
    };
}
