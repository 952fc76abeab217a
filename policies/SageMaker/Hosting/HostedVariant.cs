using Policies.Workloads;
using static Policies.Workloads.Resources.ViewReading;
using Aws = ResourceViews.Aws.Sagemaker;
using Native = ResourceViews.AwsNative.SageMaker;

namespace Policies.SageMaker.Hosting;

/// <summary>A production or shadow variant of an endpoint configuration.</summary>
internal sealed record HostedVariant
{
    private const string Enabled = "ENABLED";

    public required PropertyPath Path { get; init; }

    public required Setting<string> Name { get; init; }

    /// <summary>The model it serves; not there where the endpoint hosts inference components.</summary>
    public required Reference Model { get; init; }

    public required ImmutableArray<InstanceUse> Instances { get; init; }

    public required Setting<int?> InstanceCount { get; init; }

    public required Setting<bool?> IsServerless { get; init; }

    public required Setting<int?> MemoryMb { get; init; }

    public required Setting<int?> MaxConcurrency { get; init; }

    public required Setting<int?> ProvisionedConcurrency { get; init; }

    /// <summary>Whether SageMaker itself manages the number of instances, by the copies of inference components.</summary>
    public required Setting<string> ManagedStatus { get; init; }

    public required Setting<int?> ManagedMinimum { get; init; }

    public bool? IsManaged => ManagedStatus.Known.IsUnknown ? null : ManagedStatus.Known.Value == Enabled;

    public static HostedVariant From(Aws.EndpointConfigurationProductionVariantProps variant, PropertyPath at, PolicyResource config) => new()
    {
        Path = at,
        Name = Setting(variant.VariantName, at),
        Model = Reference.Of(config, Setting(variant.ModelName, at)),
        Instances = One(variant.InstanceType, at),
        InstanceCount = Setting(variant.InitialInstanceCount, at),
        IsServerless = Presence(variant.ServerlessConfig, at),
        MemoryMb = Setting(variant.ServerlessConfig.MemorySizeInMb, at),
        MaxConcurrency = Setting(variant.ServerlessConfig.MaxConcurrency, at),
        ProvisionedConcurrency = Setting(variant.ServerlessConfig.ProvisionedConcurrency, at),
        ManagedStatus = Setting(variant.ManagedInstanceScaling.Status, at),
        ManagedMinimum = Setting(variant.ManagedInstanceScaling.MinInstanceCount, at),
    };

    public static HostedVariant From(Aws.EndpointConfigurationShadowProductionVariantProps variant, PropertyPath at, PolicyResource config) => new()
    {
        Path = at,
        Name = Setting(variant.VariantName, at),
        Model = Reference.Of(config, Setting(variant.ModelName, at)),
        Instances = One(variant.InstanceType, at),
        InstanceCount = Setting(variant.InitialInstanceCount, at),
        IsServerless = Presence(variant.ServerlessConfig, at),
        MemoryMb = Setting(variant.ServerlessConfig.MemorySizeInMb, at),
        MaxConcurrency = Setting(variant.ServerlessConfig.MaxConcurrency, at),
        ProvisionedConcurrency = Setting(variant.ServerlessConfig.ProvisionedConcurrency, at),
        ManagedStatus = Setting(variant.ManagedInstanceScaling.Status, at),
        ManagedMinimum = Setting(variant.ManagedInstanceScaling.MinInstanceCount, at),
    };

    public static HostedVariant From(Native.EndpointConfigProductionVariantProps variant, PropertyPath at, PolicyResource config) => new()
    {
        Path = at,
        Name = Setting(variant.VariantName, at),
        Model = Reference.Of(config, Setting(variant.ModelName, at)),
        Instances =
        [
            .. One(variant.InstanceType, at),
            .. InEach(variant.InstancePools, (pool, pooled) => One(pool.InstanceType, pooled), at),
        ],
        InstanceCount = Setting(variant.InitialInstanceCount, at),
        IsServerless = Presence(variant.ServerlessConfig, at),
        MemoryMb = Setting(variant.ServerlessConfig.MemorySizeInMb, at),
        MaxConcurrency = Setting(variant.ServerlessConfig.MaxConcurrency, at),
        ProvisionedConcurrency = Setting(variant.ServerlessConfig.ProvisionedConcurrency, at),
        ManagedStatus = Setting(variant.ManagedInstanceScaling.Status, at),
        ManagedMinimum = Setting(variant.ManagedInstanceScaling.MinInstanceCount, at),
    };
}
