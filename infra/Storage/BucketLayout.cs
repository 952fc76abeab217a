namespace Infra.Storage;

/// <summary>
/// Which folder of the artifact bucket holds what. Lifecycle rules, roles, training jobs and endpoints all take their
/// prefixes from here, so a model that is served can never lie where the lifecycle archives.
/// </summary>
internal static class BucketLayout
{
    public const string Checkpoints = "checkpoints/";
    public const string Datasets = "datasets/";
    public const string Output = "output/";
    public const string Code = "code/";
    public const string LiveModels = "models/live/";
    public const string ArchivedModels = "models/archive/";

    public const string Invocations = "invocations/";

    /// <summary>SageMaker adds no job name of its own: jobs of one family find each other's checkpoints, others must not.</summary>
    public static string CheckpointsOf(string family) => $"{Checkpoints}{family}/";

    public static string OutputOf(string family) => $"{Output}{family}/";

    /// <summary>Training scripts, for images that fetch theirs from S3.</summary>
    public static string CodeOf(string family) => $"{Code}{family}/";

    public static string Dataset(string folder) => $"{Datasets}{folder}/";

    public static string LiveModelsOf(string endpoint) => $"{LiveModels}{endpoint}/";

    /// <summary>Requests to an asynchronous endpoint; its caller uploads them.</summary>
    public static string RequestsOf(string endpoint) => $"{Invocations}{endpoint}/requests/";

    /// <summary>What an asynchronous endpoint answered.</summary>
    public static string ResponsesOf(string endpoint) => $"{Invocations}{endpoint}/responses/";

    public static string Uri(string bucket, string key) => $"s3://{bucket}/{key}";
}
