using System.ComponentModel.DataAnnotations;
using Infra.Hosting.Samples;
using Infra.Settings;

namespace Infra.Hosting;

/// <summary>An endpoint whose requests wait in a queue, so that it needs no instance while there are none.</summary>
/// <remarks>https://docs.aws.amazon.com/sagemaker/latest/dg/async-inference.html</remarks>
internal sealed record AsyncSettings : IConsistent
{
    /// <summary>Serving image in ECR.</summary>
    [Image]
    public required string Image { get; init; }

    /// <summary>Any type that hosting offers and that is not burstable. Default: ml.m5.large.</summary>
    [InstanceType]
    public string InstanceType { get; init; } = "ml.m5.large";

    /// <summary>Instances a new configuration starts with, 1 to 100. Default: the minimum of the scaling, at least 1.</summary>
    [Range(1, 100)]
    public int? InitialInstanceCount { get; init; }

    /// <summary>Between how many instances the endpoint moves.</summary>
    public BacklogScaling Scaling { get; init; } = new();

    /// <summary>Requests that SageMaker gives to one instance at once, 1 to 1000. Default: SageMaker chooses.</summary>
    [Range(1, 1000)]
    public int? ConcurrentRequestsPerInstance { get; init; }

    /// <summary>Size of the model in billions of parameters, 0.0001 to 10000. Default: not declared.</summary>
    [Range(0.0001, 10000)]
    public decimal? ModelParametersBillions { get; init; }

    /// <summary>Start with a small sample model where there is no archive yet; a real one takes its place by being uploaded.
    /// For images of sagemaker-scikit-learn. Default: false, and the endpoint's own archive has to be there first.</summary>
    public bool SampleModel { get; init; }

    /// <summary>Environment variables of the serving container.</summary>
    [Length(0, 16)]
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new SortedDictionary<string, string>();

    public int StartingInstances => InitialInstanceCount ?? Math.Max(1, Scaling.MinInstances);

    public bool GoesToZero => Scaling.MinInstances == 0;

    public IEnumerable<SettingFault> Inconsistencies(string path)
    {
        if (HostingRules.ScalingRefusal(InstanceType) is { } refusal)
            yield return new(SettingsShape.Join(path, "instanceType"), $"is '{InstanceType}'", refusal);
        foreach (var fault in HostingRules.StartFaults(path, StartingInstances, Scaling.MinInstances, Scaling.MaxInstances))
            yield return fault;
        foreach (var fault in ServedFiles.SampleFaults(path, SampleModel, Image))
            yield return fault;
    }
}
