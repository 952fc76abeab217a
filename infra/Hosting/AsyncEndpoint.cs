using Infra.Governance;
using Infra.Settings;
using Infra.Storage;
using Pulumi.Aws.Sagemaker;
using Pulumi.Aws.Sagemaker.Inputs;

namespace Infra.Hosting;

/// <summary>One model whose requests wait in a queue: no instance while there are none, and nothing is lost meanwhile.</summary>
/// <remarks>
/// A request is an object below <c>invocations/&lt;name&gt;/requests/</c>, and so is its response below <c>responses/</c>; both
/// expire. Another instance type makes a new endpoint, under a new name, which serves before the old one goes.
/// </remarks>
internal sealed class AsyncEndpoint : ComponentResource
{
    public AsyncEndpoint(string name, AsyncEndpointArgs args, ComponentResourceOptions? options = null)
        : base("ml:hosting:AsyncEndpoint", name, options)
    {
        Args.Validate(name, args);
        var (bucket, settings) = (args.Bucket, args.Endpoint);
        var tags = args.Scope.Tags.For(nameof(AsyncEndpoint), CostCategory.Inference)
            .WithModel(settings.ModelParametersBillions);
        var child = new CustomResourceOptions { Parent = this };
        var access = new HostingAccess(settings.Image, BucketLayout.LiveModelsOf(name))
        {
            RequestFolder = BucketLayout.RequestsOf(name),
            ResponseFolder = BucketLayout.ResponsesOf(name),
        };
        var responses = bucket.Name.Apply(found => BucketLayout.Uri(found, access.ResponseFolder));

        var model = ServedArchive.For(
            name, args.Scope, bucket, access, settings.Environment, settings.SampleModel, tags, this);
        var queue = new EndpointConfigurationAsyncInferenceConfigArgs
        {
            OutputConfig = new EndpointConfigurationAsyncInferenceConfigOutputConfigArgs
            {
                S3OutputPath = responses,
                S3FailurePath = Output.Format($"{responses}failed/"),
                KmsKeyId = bucket.KeyAliasArn,
            },
        };
        if (settings.ConcurrentRequestsPerInstance is { } requests)
        {
            queue.ClientConfig = new EndpointConfigurationAsyncInferenceConfigClientConfigArgs
            {
                MaxConcurrentInvocationsPerInstance = requests,
            };
        }

        var configuration = new EndpointConfiguration(name, new()
        {
            AsyncInferenceConfig = queue,
            ProductionVariants = new EndpointConfigurationProductionVariantArgs
            {
                VariantName = Variant.Name,
                ModelName = model.ModelName,
                InstanceType = settings.InstanceType,
                InitialInstanceCount = settings.StartingInstances,
                InitialVariantWeight = 1,
            },
            Tags = tags,
        }, child);
        var scaled = ScaledName.Of(name, settings.InstanceType);
        var endpoint = new Endpoint(scaled, new() { EndpointConfigName = configuration.Name, Tags = tags }, child);
        var plan = ScalingPlan.For(settings.Scaling);
        var target = Autoscaling.Attach(scaled, endpoint.Name, plan, tags, this);
        if (settings.GoesToZero)
            WakeFromZero.Attach(scaled, target, WakeSignal.Backlog, endpoint.Name, plan.ScaleOutCooldownSeconds, tags, this);

        EndpointName = endpoint.Name;
        ModelUri = model.Uri;
        RequestFolderUri = bucket.Name.Apply(found => BucketLayout.Uri(found, access.RequestFolder));
        ResponseFolderUri = responses;
        RegisterOutputs();
    }

    [Output("endpointName")]
    public Output<string> EndpointName { get; private init; }

    /// <summary>The archive that is served; it must be there when the endpoint is created.</summary>
    [Output("modelUri")]
    public Output<string> ModelUri { get; private init; }

    /// <summary>Where requests are uploaded to.</summary>
    [Output("requestFolderUri")]
    public Output<string> RequestFolderUri { get; private init; }

    [Output("responseFolderUri")]
    public Output<string> ResponseFolderUri { get; private init; }
}
