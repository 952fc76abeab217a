using System.ComponentModel.DataAnnotations;
using Infra.Hosting.Samples;
using Infra.Settings;

namespace Infra.Hosting;

/// <summary>An endpoint that is paid by the call and costs nothing in between.</summary>
/// <remarks>https://docs.aws.amazon.com/sagemaker/latest/dg/serverless-endpoints.html</remarks>
internal sealed record ServerlessSettings : IConsistent
{
    /// <summary>CPU serving image in ECR; SageMaker offers no GPU here.</summary>
    [Image]
    public required string Image { get; init; }

    /// <summary>MB of memory, in steps of 1024 from 1024 to 6144. At least the size of the model. Default: 2048.</summary>
    [AllowedValues(1024, 2048, 3072, 4096, 5120, 6144)]
    public int MemoryMb { get; init; } = 2048;

    /// <summary>Calls served at the same time, 1 to 200. Default: 5.</summary>
    [Range(1, 200)]
    public int MaxConcurrency { get; init; } = 5;

    /// <summary>Calls that never wait for a cold start, 1 to <c>maxConcurrency</c>; billed around the clock, so the
    /// default is none.</summary>
    [Range(1, 200)]
    public int? ProvisionedConcurrency { get; init; }

    /// <summary>MB of the unpacked model, 1 to 5120, which is what fits the endpoint's disk. Default: not declared.</summary>
    [Range(1, 5120)]
    public int? ModelSizeMb { get; init; }

    /// <summary>Size of the model in billions of parameters, 0.0001 to 10000. Default: not declared.</summary>
    [Range(0.0001, 10000)]
    public decimal? ModelParametersBillions { get; init; }

    /// <summary>Start with a small sample model where there is no archive yet; a real one takes its place by being uploaded.
    /// For images of sagemaker-scikit-learn. Default: false, and the endpoint's own archive has to be there first.</summary>
    public bool SampleModel { get; init; }

    /// <summary>Environment variables of the serving container.</summary>
    [Length(0, 16)]
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new SortedDictionary<string, string>();

    public IEnumerable<SettingFault> Inconsistencies(string path)
    {
        foreach (var fault in ServedFiles.SampleFaults(path, SampleModel, Image))
            yield return fault;

        if (ProvisionedConcurrency > MaxConcurrency)
        {
            yield return new(
                SettingsShape.Join(path, "provisionedConcurrency"),
                $"is {ProvisionedConcurrency}",
                $"at most maxConcurrency ({MaxConcurrency})");
        }

        if (ModelSizeMb > MemoryMb)
        {
            yield return new(
                SettingsShape.Join(path, "memoryMb"), $"is {MemoryMb}",
                $"at least modelSizeMb ({ModelSizeMb}), in steps of 1024 up to 6144");
        }
    }
}
