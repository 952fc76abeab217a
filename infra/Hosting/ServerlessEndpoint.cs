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
    private const string Archive = "model.tar.gz";

    public ServerlessEndpoint(string name, ServerlessEndpointArgs args, ComponentResourceOptions? options = null)
        : base("ml:hosting:ServerlessEndpoint", name, options)
    {
        Args.Validate(name, args);
        var settings = args.Endpoint;
        var tags = args.Scope.Tags.For(nameof(ServerlessEndpoint), CostCategory.Inference)
            .WithModel(settings.ModelParametersBillions);
        var child = new CustomResourceOptions { Parent = this };
        var folder = BucketLayout.LiveModelsOf(name);
        var modelUri = args.Bucket.Name.Apply(bucket => BucketLayout.Uri(bucket, folder + Archive));

        var role = HostingRole.For(name, args.Scope, args.Bucket, settings.Image, folder, tags, this);
        var model = new Model(name, new()
        {
            ExecutionRoleArn = role.Arn,
            PrimaryContainer = new ModelPrimaryContainerArgs
            {
                Image = settings.Image,
                Mode = "SingleModel",
                ModelDataUrl = modelUri,
                Environment = settings.Environment.ToImmutableDictionary(),
            },
            Tags = tags,
        }, new() { Parent = this, DependsOn = role.Ready });
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
                ModelName = model.Name,
                ServerlessConfig = serverless,
            },
            Tags = tags,
        }, child);
        var endpoint = new Endpoint(name, new() { EndpointConfigName = configuration.Name, Tags = tags }, child);

        EndpointName = endpoint.Name;
        ModelUri = modelUri;
        RegisterOutputs();
    }

    [Output("endpointName")]
    public Output<string> EndpointName { get; private init; }

    /// <summary>The archive that is served; it must be there when the endpoint is created.</summary>
    [Output("modelUri")]
    public Output<string> ModelUri { get; private init; }
}
