using Infra.Governance;
using Infra.Hosting.Samples;
using Infra.Settings;
using Infra.Storage;
using Pulumi.Aws.Sagemaker;
using Pulumi.Aws.Sagemaker.Inputs;

namespace Infra.Hosting;

/// <summary>
/// Many models behind one endpoint: they share its instances, are loaded when somebody calls them and make room when
/// nobody does, while the number of instances follows the traffic.
/// </summary>
/// <remarks>
/// A model is an archive in the endpoint's folder and is called by its file name. Never overwrite an archive: instances
/// that have loaded it go on with the old one. A changed configuration is a new one, and the endpoint moves over to it in
/// place and keeps its name. Only another instance type makes a new endpoint, under a new name: SageMaker refuses to
/// change it under a variant that scales. The new endpoint serves before the old one goes.
/// </remarks>
internal sealed class MultiModelEndpoint : ComponentResource
{
    public MultiModelEndpoint(string name, MultiModelEndpointArgs args, ComponentResourceOptions? options = null)
        : base("ml:hosting:MultiModelEndpoint", name, options)
    {
        Args.Validate(name, args);
        var settings = args.Endpoint;
        var tags = args.Scope.Tags.For(nameof(MultiModelEndpoint), CostCategory.Inference)
            .WithModel(settings.ModelParametersBillions);
        var child = new CustomResourceOptions { Parent = this };
        var folder = BucketLayout.LiveModelsOf(name);
        var modelFolderUri = args.Bucket.Name.Apply(bucket => BucketLayout.Uri(bucket, folder));

        var role = HostingRole.For(name, args.Scope, args.Bucket, new(settings.Image, folder), tags, this);
        var files = ServedFiles.Of(name, settings);
        var samples = settings.SampleModel ? SampleArchives.Upload(files, args.Bucket, tags, this) : [];
        var model = new Model(name, new()
        {
            ExecutionRoleArn = role.Arn,
            PrimaryContainer = new ModelPrimaryContainerArgs
            {
                Image = settings.Image,
                Mode = "MultiModel",
                ModelDataUrl = modelFolderUri,
                MultiModelConfig = new ModelPrimaryContainerMultiModelConfigArgs
                {
                    ModelCacheSetting = settings.CacheModels ? "Enabled" : "Disabled",
                },
                Environment = args.Bucket.Name.Apply(bucket => ScikitLearn.Environment(
                    settings.Image, BucketLayout.Uri(bucket, ServedFiles.CodeOf(name)), settings.Environment)),
            },
            Tags = tags,
        }, new() { Parent = this, DependsOn = role.Ready.Concat(samples) });
        var variant = new EndpointConfigurationProductionVariantArgs
        {
            VariantName = Variant.Name,
            ModelName = model.Name,
            InstanceType = settings.InstanceType,
            InitialInstanceCount = settings.StartingInstances,
            InitialVariantWeight = 1,
        };
        if (settings.VolumeGb is { } gigabytes)
            variant.VolumeSizeInGb = gigabytes;
        var configuration = new EndpointConfiguration(name, new() { ProductionVariants = variant, Tags = tags }, child);
        var scaled = ScaledName.Of(name, settings.InstanceType);
        var endpoint = new Endpoint(scaled, new() { EndpointConfigName = configuration.Name, Tags = tags }, child);
        _ = Autoscaling.Attach(scaled, endpoint.Name, ScalingPlan.ByInvocations(settings.Scaling), tags, this);

        EndpointName = endpoint.Name;
        ModelFolderUri = modelFolderUri;
        RegisterOutputs();
    }

    [Output("endpointName")]
    public Output<string> EndpointName { get; private init; }

    /// <summary>Where archives are uploaded to; a model's archive there is <c>&lt;name&gt;.tar.gz</c>.</summary>
    [Output("modelFolderUri")]
    public Output<string> ModelFolderUri { get; private init; }
}
