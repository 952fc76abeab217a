namespace Infra.Training.Jobs;

/// <summary>Where a declared job runs: the names that only a deployment knows.</summary>
/// <param name="KeyArn">The bucket's key. By its alias, since that is known before the key exists.</param>
/// <param name="RoleArn">What the job's containers run under.</param>
/// <param name="Tags">What the job is tagged with.</param>
internal sealed record JobSite(
    AwsPlace Place, string Bucket, string KeyArn, string RoleArn, ImmutableDictionary<string, string> Tags);
