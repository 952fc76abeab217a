using System.ComponentModel.DataAnnotations;
using Infra.Compute;
using Infra.Hosting.Samples;
using Infra.Settings;

namespace Infra.Hosting;

/// <summary>An endpoint that answers at once, on instances whose number follows the traffic.</summary>
internal sealed record RealtimeSettings : IConsistent
{
    /// <summary>Requests at once for each instance where nobody measured: a guess for a start.</summary>
    private const int UnmeasuredConcurrentRequests = 5;

    private const int UnmeasuredPercent = 70;

    /// <summary>Serving image in ECR.</summary>
    [Image]
    public required string Image { get; init; }

    /// <summary>Any type that hosting offers and that is not burstable. Default: ml.m5.large.</summary>
    [InstanceType]
    public string InstanceType { get; init; } = "ml.m5.large";

    /// <summary>Instances a new configuration starts with, 1 to 100. A deployment starts again from here, so it is best
    /// the usual load. Default: the minimum of the scaling.</summary>
    [Range(1, 100)]
    public int? InitialInstanceCount { get; init; }

    /// <summary>Between how many instances the endpoint moves. With <c>scaleToZero</c> these are copies of the model as
    /// well, and the minimum is none.</summary>
    public InstanceScaling Scaling { get; init; } = new();

    /// <summary>What the number of instances follows: calls a minute, calls at once, or how busy cores or GPUs are.
    /// Default: invocations.</summary>
    [AllowedValues(ScalingMetric.Invocations, ScalingMetric.Concurrency, ScalingMetric.Cpu, ScalingMetric.Gpu)]
    public string Metric { get; init; } = ScalingMetric.Invocations;

    /// <summary>The target of <c>metric: concurrency</c>, in requests that one instance or copy works on at once, 1 to
    /// 1000. Default: 5, a guess.</summary>
    [Range(1, 1000)]
    public int? ConcurrentRequests { get; init; }

    /// <summary>The target of <c>metric: cpu</c> and <c>gpu</c>, in percent of all cores or GPUs of an instance, 10 to 95.
    /// Default: 70.</summary>
    [Range(10, 95)]
    public int? UtilizationPercent { get; init; }

    /// <summary>Other bounds while the office is open. Default: the same around the clock.</summary>
    public OfficeHours? OfficeHours { get; init; }

    /// <summary>Go down to no instance while nobody calls; the first calls after that fail until one is up, for minutes.
    /// Default: one instance at least.</summary>
    public ScaleToZero? ScaleToZero { get; init; }

    /// <summary>Size of the model in billions of parameters, 0.0001 to 10000. Default: not declared.</summary>
    [Range(0.0001, 10000)]
    public decimal? ModelParametersBillions { get; init; }

    /// <summary>Start with a small sample model where there is no archive yet; a real one takes its place by being uploaded.
    /// For images of sagemaker-scikit-learn. Default: false, and the endpoint's own archive has to be there first.</summary>
    public bool SampleModel { get; init; }

    /// <summary>Environment variables of the serving container.</summary>
    [Length(0, 16)]
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new SortedDictionary<string, string>();

    public int StartingInstances => InitialInstanceCount ?? Scaling.MinInstances;

    /// <summary>Instances at the busiest time, in and outside office hours.</summary>
    public int MostInstances => Math.Max(Scaling.MaxInstances, OfficeHours?.MaxInstances ?? 0);

    public int TargetConcurrentRequests => ConcurrentRequests ?? UnmeasuredConcurrentRequests;

    public int TargetPercent => UtilizationPercent ?? UnmeasuredPercent;

    /// <summary>Accelerators of one copy; null where the instance type has none.</summary>
    public int? AcceleratorsPerCopy => HasAccelerator ? ScaleToZero?.AcceleratorsPerCopy ?? 1 : null;

    private bool HasAccelerator => Compute.InstanceType.Parse(InstanceType) is { HasGpu: true } or { HasOtherAccelerator: true };

    public IEnumerable<SettingFault> Inconsistencies(string path)
    {
        SettingFault Fault(string name, object? found, string accepted) =>
            new(SettingsShape.Join(path, name), $"is {found}", accepted);

        if (HostingRules.ScalingRefusal(InstanceType) is { } refusal)
            yield return Fault("instanceType", $"'{InstanceType}'", refusal);
        foreach (var fault in HostingRules.StartFaults(path, StartingInstances, Scaling.MinInstances, Scaling.MaxInstances))
            yield return fault;

        foreach (var fault in ServedFiles.SampleFaults(path, SampleModel, Image))
            yield return fault;

        if (Scaling.SetsInvocations && Metric != ScalingMetric.Invocations)
            yield return Fault("metric", $"'{Metric}'", "invocations, because scaling says how many of them an instance takes");
        if (ConcurrentRequests is not null && Metric != ScalingMetric.Concurrency)
            yield return Fault("concurrentRequests", ConcurrentRequests, "nothing unless metric is concurrency");
        if (UtilizationPercent is not null && Metric is not (ScalingMetric.Cpu or ScalingMetric.Gpu))
            yield return Fault("utilizationPercent", UtilizationPercent, "nothing unless metric is cpu or gpu");
        if (MetricRefusal() is { } accepted)
            yield return Fault("metric", $"'{Metric}'", accepted);

        if (ScaleToZero is not null && Scaling.MinInstances > 1)
        {
            yield return Fault(
                "scaling.minInstances", Scaling.MinInstances,
                "nothing while scaleToZero is given: the minimum is none; officeHours can hold some");
        }

        if (OfficeHours is { MaxInstances: null } hours && hours.MinInstances > Scaling.MaxInstances)
        {
            yield return Fault(
                "officeHours.minInstances", hours.MinInstances,
                $"at most the maximum of the scaling ({Scaling.MaxInstances}), unless officeHours has its own maxInstances");
        }

        if (ScaleToZero?.AcceleratorsPerCopy is { } accelerators && !HasAccelerator)
            yield return Fault("scaleToZero.acceleratorsPerCopy", accelerators, $"nothing on {InstanceType}, which has none");
    }

    private string? MetricRefusal()
    {
        if (Metric is not (ScalingMetric.Cpu or ScalingMetric.Gpu))
            return null;
        if (ScaleToZero is not null)
            return "invocations or concurrency while scaleToZero is given: without an instance nothing is measured";
        var instance = Compute.InstanceType.Parse(InstanceType);
        return (Metric == ScalingMetric.Cpu ? instance.VirtualCpus() : instance.Gpus()) switch
        {
            null => $"invocations or concurrency on {InstanceType}: how many cores or GPUs it has is not known here",
            0 => $"invocations, concurrency or cpu on {InstanceType}, which has no GPU",
            _ => null,
        };
    }
}
