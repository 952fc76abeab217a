using Infra.Storage;

namespace Infra.Training.Jobs;

/// <summary>What a declared job trains: a family of the stack, with hyperparameters of its own over the family's.</summary>
/// <param name="FamilyName">The family's key; its data, code and models lie in folders of that name.</param>
/// <param name="Script">The file of the family's code that trains, where the image takes it from S3.</param>
internal sealed record TrainingWork(
    string FamilyName, TrainingFamily Family, string? Script, IReadOnlyDictionary<string, string> HyperParameters)
{
    /// <summary>Beyond what SageMaker itself allows a job: starting instances and uploading the model.</summary>
    private const int MarginMinutes = 120;

    /// <summary>SageMaker's own training toolkits fetch this archive and start a file of it.</summary>
    public string CodeKey => $"{BucketLayout.CodeOf(FamilyName)}sourcedir.tar.gz";

    /// <summary>Where the data of each channel lies.</summary>
    public IEnumerable<KeyValuePair<string, string>> DatasetsByChannel => Family.FoldersByChannel(FamilyName)
        .Select(channel => KeyValuePair.Create(channel.Key, BucketLayout.Dataset(channel.Value)));

    /// <summary>What has to lie in the bucket before the job starts: folders with data, and the code.</summary>
    public IEnumerable<string> Needs =>
        [.. DatasetsByChannel.Select(channel => channel.Value).Distinct(), .. Script is null ? [] : new[] { CodeKey }];

    public string OutputFolder => BucketLayout.OutputOf(FamilyName);

    public string Capacity => Family.Spot ? "spot" : "on-demand";

    /// <summary>The longest a job takes, waiting for capacity included.</summary>
    public int LongestSeconds => Family.Spot ? Family.MaxWaitSeconds : Family.MaxRuntimeSeconds;

    /// <summary>How long a deployment waits for the job, in the provider's notation.</summary>
    public string Timeout(int times = 1) => $"{(LongestSeconds / 60 * times) + MarginMinutes}m";

    public ImmutableSortedDictionary<string, string> HyperParametersIn(string bucket)
    {
        var merged = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal)
            .SetItems(Family.HyperParameters)
            .SetItems(HyperParameters);
        return Script is null
            ? merged
            : merged
                .SetItem("sagemaker_program", Script)
                .SetItem("sagemaker_submit_directory", BucketLayout.Uri(bucket, CodeKey));
    }
}
