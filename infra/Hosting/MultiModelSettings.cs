using System.ComponentModel.DataAnnotations;
using Infra.Compute;
using Infra.Hosting.Samples;
using Infra.Settings;

namespace Infra.Hosting;

/// <summary>An endpoint whose instances are shared by many models of one framework.</summary>
internal sealed record MultiModelSettings : IConsistent
{
    /// <summary>Serving image. The framework's must support multi-model endpoints; on a GPU that means Triton.</summary>
    [Image]
    public required string Image { get; init; }

    /// <summary>A CPU type, or one with a single GPU. Default: ml.m5.large.</summary>
    [InstanceType]
    public string InstanceType { get; init; } = "ml.m5.large";

    /// <summary>Instances a new configuration starts with, 1 to 100. A deployment starts again from here, so it is best
    /// the usual load. Default: the minimum of the scaling.</summary>
    [Range(1, 100)]
    public int? InitialInstanceCount { get; init; }

    /// <summary>GB of the volume of each instance, which holds every model it ever loaded, 1 to 512. Types with local NVMe
    /// storage have none. Default: SageMaker chooses, 30.</summary>
    [Range(1, 512)]
    public int? VolumeGb { get; init; }

    /// <summary>Between how many instances the endpoint moves.</summary>
    public InstanceScaling Scaling { get; init; } = new();

    /// <summary>Keep models in memory between calls. Default: true; false helps where each is called rarely.</summary>
    public bool CacheModels { get; init; } = true;

    /// <summary>The models by name. A new one is served as soon as its archive is uploaded.</summary>
    public required IReadOnlyDictionary<string, ServedModel> Models { get; init; }

    /// <summary>Start with a small sample model where there are no archives yet; real ones take their place by being uploaded.
    /// For images of sagemaker-scikit-learn. Default: false, and the endpoint's own archives have to be there first.</summary>
    public bool SampleModel { get; init; }

    /// <summary>Environment variables of the serving container.</summary>
    [Length(0, 16)]
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new SortedDictionary<string, string>();

    public int StartingInstances => InitialInstanceCount ?? Scaling.MinInstances;

    /// <summary>The largest of the models, which is what an instance has to have room for.</summary>
    public decimal? ModelParametersBillions => Models.Values.Max(model => model.ParametersBillions);

    public IEnumerable<SettingFault> Inconsistencies(string path)
    {
        if (HostingRules.ScalingRefusal(InstanceType) is { } refusal)
            yield return new(SettingsShape.Join(path, "instanceType"), $"is '{InstanceType}'", refusal);
        else if (Compute.InstanceType.Parse(InstanceType) is { HasSeveralGpus: true } or { HasOtherAccelerator: true })
            yield return new(SettingsShape.Join(path, "instanceType"), $"is '{InstanceType}'", HostingRules.OneGpuAtMost);

        if (VolumeGb is not null && Compute.InstanceType.Parse(InstanceType).HasLocalStorage)
            yield return new(SettingsShape.Join(path, "volumeGb"), $"is {VolumeGb}", $"nothing on {InstanceType}, which has disks of its own");

        foreach (var fault in HostingRules.StartFaults(path, StartingInstances, Scaling.MinInstances, Scaling.MaxInstances))
            yield return fault;

        foreach (var fault in ServedFiles.SampleFaults(path, SampleModel, Image))
            yield return fault;

        if (Models.Count == 0)
            yield return new(SettingsShape.Join(path, "models"), "is empty", "at least one model by name");
    }
}
