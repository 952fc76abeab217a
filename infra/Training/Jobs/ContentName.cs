using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace Infra.Training.Jobs;

/// <summary>
/// The name of a job that is a resource: who it belongs to, and a hash of what it is asked to do. Nothing of a job can be
/// changed, and its name is taken for ever, so another request has to be another job with another name; the same request
/// keeps its name and is not run again.
/// </summary>
internal static class ContentName
{
    /// <remarks>https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_CreateTrainingJob.html</remarks>
    public const int LongestTrainingJob = 63;

    /// <remarks>https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_CreateHyperParameterTuningJob.html</remarks>
    public const int LongestTuningJob = 32;

    private const int HashLength = 10;

    public static string Of(string stack, string name, JsonObject request, int longest)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(DocumentText.Of(request))))[..HashLength];
        var owner = PlainName.Of($"{stack}-{name}");
        var kept = owner[..Math.Min(owner.Length, longest - HashLength - 1)].Trim('-');
        return kept.Length == 0 ? $"j{hash}" : $"{kept}-{hash}";
    }
}
