using Infra.Governance;
using Infra.Settings;
using Infra.Storage;
using Pulumi.Aws.Sagemaker;
using Pulumi.Aws.Sagemaker.Inputs;

namespace Infra.Hosting;

/// <summary>One model that is paid by the call: nothing runs while nobody calls, and the first call after that waits.</summary>
/// <remarks>
/// SageMaker reads the model from <c>models/live/&lt;name&gt;/model.tar.gz</c> when the endpoint is created, so the archive has
/// to be there. VPC, GPU, network isolation, data capture and several variants are not offered for serverless endpoints,
/// and an endpoint on instances cannot become one: it is a component of its own, with an endpoint of its own.
/// </remarks>
internal sealed class ServerlessEndpoint : ComponentResource
{
    public ServerlessEndpoint(string name, ServerlessEndpointArgs args, ComponentResourceOptions? options = null)
        : base("ml:hosting:ServerlessEndpoint", name, options)
    {
        Args.Validate(name, args);
        var settings = args.Endpoint;
        var tags = args.Scope.Tags.For(nameof(ServerlessEndpoint), CostCategory.Inference)
            .WithModel(settings.ModelParametersBillions);
        var child = new CustomResourceOptions { Parent = this };
        var access = new HostingAccess(settings.Image, BucketLayout.LiveModelsOf(name));

        var model = ServedArchive.For(
            name, args.Scope, args.Bucket, access, settings.Environment, settings.SampleModel, tags, this);
        var serverless = new EndpointConfigurationProductionVariantServerlessConfigArgs
        {
            MemorySizeInMb = settings.MemoryMb,
            MaxConcurrency = settings.MaxConcurrency,
        };
        if (settings.ProvisionedConcurrency is { } provisioned)
            serverless.ProvisionedConcurrency = provisioned;
        var configuration = new EndpointConfiguration(name, new()
        {
            ProductionVariants = new EndpointConfigurationProductionVariantArgs
            {
                VariantName = Variant.Name,
                ModelName = model.ModelName,
                ServerlessConfig = serverless,
            },
            Tags = tags,
        }, child);
        var endpoint = new Endpoint(name, new() { EndpointConfigName = configuration.Name, Tags = tags }, child);

        EndpointName = endpoint.Name;
        ModelUri = model.Uri;
        RegisterOutputs();
    }

    [Output("endpointName")]
    public Output<string> EndpointName { get; private init; }

    /// <summary>The archive that is served; it must be there when the endpoint is created.</summary>
    [Output("modelUri")]
    public Output<string> ModelUri { get; private init; }
}
