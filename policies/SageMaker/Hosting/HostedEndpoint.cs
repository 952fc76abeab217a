using Policies.Workloads;
using Policies.Workloads.Resources;
using static Policies.Workloads.Resources.ViewReading;
using Aws = ResourceViews.Aws.Sagemaker;
using Native = ResourceViews.AwsNative.SageMaker;

namespace Policies.SageMaker.Hosting;

/// <summary>An endpoint configuration of the stack.</summary>
internal sealed record HostedConfiguration : INamed
{
    public required PolicyResource Resource { get; init; }

    public required Known<string> Name { get; init; }

    public required ImmutableArray<HostedVariant> Variants { get; init; }

    public required ImmutableArray<HostedVariant> Shadows { get; init; }

    public required Setting<bool?> IsAsync { get; init; }

    /// <summary>Where an asynchronous endpoint writes its responses.</summary>
    public required Setting<string> AsyncOutput { get; init; }

    public required Setting<bool?> CapturesData { get; init; }

    public Setting<bool?> InVpc { get; init; }

    public Setting<bool?> IsIsolated { get; init; }

    public required ModelTags Tags { get; init; }

    public IEnumerable<HostedVariant> AllVariants => Variants.Concat(Shadows);

    /// <summary>The configuration that a resource is; null for every other resource.</summary>
    public static HostedConfiguration? From(PolicyResource resource) => resource.Type switch
    {
        var type when type == Aws.EndpointConfigurationProps.ResourceType => From(resource, resource.View<Aws.EndpointConfigurationProps>()),
        var type when type == Native.EndpointConfigProps.ResourceType => From(resource, resource.View<Native.EndpointConfigProps>()),
        _ => null,
    };

    private static HostedConfiguration From(PolicyResource resource, Aws.EndpointConfigurationProps config) => new()
    {
        Resource = resource,
        Name = resource.NameOf<Aws.EndpointConfigurationProps>(view => view.Name),
        Variants = [.. Each(config.ProductionVariants, (variant, at) => HostedVariant.From(variant, at, resource))],
        Shadows = [.. Each(config.ShadowProductionVariants, (variant, at) => HostedVariant.From(variant, at, resource))],
        IsAsync = Presence(config.AsyncInferenceConfig),
        AsyncOutput = Setting(config.AsyncInferenceConfig.OutputConfig.S3OutputPath),
        CapturesData = Setting(config.DataCaptureConfig.EnableCapture),
        Tags = Declared.By(config.Tags, config.TagsAll),
    };

    private static HostedConfiguration From(PolicyResource resource, Native.EndpointConfigProps config) => new()
    {
        Resource = resource,
        Name = resource.NameOf<Native.EndpointConfigProps>(view => view.EndpointConfigName),
        Variants = [.. Each(config.ProductionVariants, (variant, at) => HostedVariant.From(variant, at, resource))],
        Shadows = [.. Each(config.ShadowProductionVariants, (variant, at) => HostedVariant.From(variant, at, resource))],
        IsAsync = Presence(config.AsyncInferenceConfig),
        AsyncOutput = Setting(config.AsyncInferenceConfig.OutputConfig.S3OutputPath),
        CapturesData = Setting(config.DataCaptureConfig.EnableCapture),
        InVpc = Presence(config.VpcConfig),
        IsIsolated = Setting(config.EnableNetworkIsolation),
        Tags = Declared.By(config.Tags),
    };
}

/// <summary>An endpoint of the stack.</summary>
/// <param name="Configuration">Names its configuration.</param>
internal sealed record HostedEndpoint(PolicyResource Resource, Known<string> Name, Reference Configuration) : INamed
{
    /// <summary>The endpoint that a resource is; null for every other resource.</summary>
    public static HostedEndpoint? From(PolicyResource resource)
    {
        if (resource.Type == Aws.EndpointProps.ResourceType)
        {
            var endpoint = resource.View<Aws.EndpointProps>();
            return new(
                resource,
                resource.NameOf<Aws.EndpointProps>(view => view.Name),
                Reference.Of(resource, Setting(endpoint.EndpointConfigName)));
        }

        if (resource.Type == Native.EndpointProps.ResourceType)
        {
            var endpoint = resource.View<Native.EndpointProps>();
            return new(
                resource,
                resource.NameOf<Native.EndpointProps>(view => view.EndpointName),
                Reference.Of(resource, Setting(endpoint.EndpointConfigName)));
        }

        return null;
    }
}

/// <summary>An inference component of the stack: copies of a model on an endpoint.</summary>
/// <param name="Endpoint">Names the endpoint it is on.</param>
/// <param name="Variant">The variant of the endpoint.</param>
/// <param name="Copies">How many copies it starts with.</param>
/// <param name="Base">The component whose copies it shares, where it is an adapter; it has none of its own then.</param>
internal sealed record HostedComponent(
    PolicyResource Resource, Known<string> Name, Reference Endpoint, Setting<string> Variant, Setting<int?> Copies, Setting<string> Base) : INamed
{
    /// <summary>The inference component that a resource is; null for every other resource.</summary>
    public static HostedComponent? From(PolicyResource resource)
    {
        if (resource.Type != Native.InferenceComponentProps.ResourceType)
        {
            return null;
        }

        var component = resource.View<Native.InferenceComponentProps>();
        return new(
            resource,
            resource.NameOf<Native.InferenceComponentProps>(view => view.InferenceComponentName),
            Reference.Of(resource, Setting(component.EndpointName)),
            Setting(component.VariantName),
            Setting(component.RuntimeConfig.CopyCount),
            Setting(component.Specification.BaseInferenceComponentName));
    }
}
