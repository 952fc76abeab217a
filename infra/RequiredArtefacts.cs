using Infra.Compute;
using Infra.Hosting.Samples;
using Infra.Storage;
using Infra.Training.Jobs;

namespace Infra;

/// <summary>
/// What has to be there before a deployment, because something in it reads it at once: model archives of endpoints that do
/// not start with the sample, data and code of jobs that a deployment runs, images of the account's own registry.
/// </summary>
internal static class RequiredArtefacts
{
    /// <returns>S3 URIs, folders with a slash at the end, and images, by the key of the stack file that needs them.</returns>
    public static IReadOnlyDictionary<string, ImmutableArray<string>> Of(StackSettings settings, string bucket, string account) =>
        InBucket(settings)
            .SelectMany(entry => entry.Keys.Select(key => (entry.Owner, Needed: BucketLayout.Uri(bucket, key))))
            .Concat(settings.Images()
                .Where(image => EcrImage.Parse(image.Value).AccountId == account)
                .Select(image => (Owner: image.Key, Needed: image.Value)))
            .GroupBy(entry => entry.Owner, entry => entry.Needed)
            .OrderBy(entry => entry.Key, StringComparer.Ordinal)
            .ToImmutableSortedDictionary(entry => entry.Key, entry => entry.ToImmutableArray(), StringComparer.Ordinal);

    private static IEnumerable<(string Owner, IEnumerable<string> Keys)> InBucket(StackSettings settings) =>
    [
        .. from endpoint in settings.MultiModelEndpoints
           where !endpoint.Value.SampleModel
           select ($"multiModelEndpoints.{endpoint.Key}", ServedFiles.Of(endpoint.Key, endpoint.Value).Keys),
        .. from endpoint in settings.RealtimeEndpoints
           where !endpoint.Value.SampleModel
           select ($"realtimeEndpoints.{endpoint.Key}", ServedFiles.OfOne(endpoint.Key).Keys),
        .. from endpoint in settings.AsyncEndpoints
           where !endpoint.Value.SampleModel
           select ($"asyncEndpoints.{endpoint.Key}", ServedFiles.OfOne(endpoint.Key).Keys),
        .. from endpoint in settings.ServerlessEndpoints
           where !endpoint.Value.SampleModel
           select ($"serverlessEndpoints.{endpoint.Key}", ServedFiles.OfOne(endpoint.Key).Keys),
        .. from job in settings.TrainingJobs
           let family = settings.TrainingFamilies[job.Value.Family]
           select ($"trainingJobs.{job.Key}",
               new TrainingWork(job.Value.Family, family, job.Value.Script, job.Value.HyperParameters).Needs),
        .. from job in settings.TuningJobs
           let family = settings.TrainingFamilies[job.Value.Family]
           select ($"tuningJobs.{job.Key}",
               new TrainingWork(job.Value.Family, family, job.Value.Script, job.Value.HyperParameters).Needs),
    ];
}
