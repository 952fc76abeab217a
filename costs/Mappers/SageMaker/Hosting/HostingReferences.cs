using Costs.Plan;
using ResourceViews.Aws.AppAutoScaling;
using ResourceViews.Aws.Sagemaker;
using ResourceViews.AwsNative.ApplicationAutoScaling;
using ResourceViews.AwsNative.SageMaker;
using AwsEndpoint = ResourceViews.Aws.Sagemaker.EndpointProps;
using AwsModel = ResourceViews.Aws.Sagemaker.ModelProps;
using NativeEndpoint = ResourceViews.AwsNative.SageMaker.EndpointProps;
using NativeModel = ResourceViews.AwsNative.SageMaker.ModelProps;

namespace Costs.Mappers.SageMaker.Hosting;

/// <summary>How the resources that together are an endpoint name each other.</summary>
internal static class HostingReferences
{
    private static readonly ImmutableDictionary<string, string> Endpoints = new Dictionary<string, string>
    {
        [Type<AwsEndpoint>()] = "name",
        [Type<NativeEndpoint>()] = "endpointName",
    }.ToImmutableDictionary();

    /// <summary>An endpoint's configuration.</summary>
    public static Reference Configuration { get; } = new(
        From: new Dictionary<string, string>
        {
            [Type<AwsEndpoint>()] = "endpointConfigName",
            [Type<NativeEndpoint>()] = "endpointConfigName",
        }.ToImmutableDictionary(),
        To: new Dictionary<string, string>
        {
            [Type<EndpointConfigurationProps>()] = "name",
            [Type<EndpointConfigProps>()] = "endpointConfigName",
        }.ToImmutableDictionary());

    /// <summary>The model that a configuration serves.</summary>
    public static Reference Model { get; } = new(
        From: new Dictionary<string, string>
        {
            [Type<EndpointConfigurationProps>()] = "productionVariants",
            [Type<EndpointConfigProps>()] = "productionVariants",
        }.ToImmutableDictionary(),
        To: new Dictionary<string, string>
        {
            [Type<AwsModel>()] = "name",
            [Type<NativeModel>()] = "modelName",
        }.ToImmutableDictionary());

    /// <summary>The endpoint that a scalable target scales a variant of.</summary>
    public static Reference ScaledEndpoint { get; } = new(
        From: new Dictionary<string, string>
        {
            [Type<TargetProps>()] = "resourceId",
            [Type<ScalableTargetProps>()] = "resourceId",
        }.ToImmutableDictionary(),
        To: Endpoints)
    {
        NameIn = text => VariantId.Parse(text)?.Endpoint,
    };

    /// <summary>The endpoint whose bounds a scheduled action moves.</summary>
    public static Reference ScheduledEndpoint { get; } = new(
        From: new Dictionary<string, string> { [Type<ScheduledActionProps>()] = "resourceId" }.ToImmutableDictionary(),
        To: Endpoints)
    {
        NameIn = text => VariantId.Parse(text)?.Endpoint,
    };

    private static string Type<TView>()
        where TView : struct, IResourceView<TView> => TView.ResourceType;
}

/// <summary>The id by which Application Auto Scaling knows a variant: endpoint/NAME/variant/NAME.</summary>
internal sealed record VariantId(string Endpoint, string Variant)
{
    public static VariantId? Parse(string text) => text.Split('/') is ["endpoint", var endpoint, "variant", var variant]
        ? new(endpoint, variant)
        : null;
}
