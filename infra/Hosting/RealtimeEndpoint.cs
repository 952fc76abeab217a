using Infra.Governance;
using Infra.Settings;
using Infra.Storage;
using Pulumi.Aws.Sagemaker;
using Pulumi.Aws.Sagemaker.Inputs;

namespace Infra.Hosting;

/// <summary>One model on instances of its own, whose number follows the traffic, the clock, or both; down to none if asked.</summary>
/// <remarks>
/// To go to zero an endpoint has to host the model as an inference component: the variant then names no model, SageMaker
/// manages its instances by the copies that have to fit, and it is the copies that scale. A changed configuration moves
/// the endpoint over in place. Another instance type, or going to zero from now on or no more, makes a new endpoint, under
/// a new name, which serves before the old one goes.
/// </remarks>
internal sealed class RealtimeEndpoint : ComponentResource
{
    public RealtimeEndpoint(string name, RealtimeEndpointArgs args, ComponentResourceOptions? options = null)
        : base("ml:hosting:RealtimeEndpoint", name, options)
    {
        Args.Validate(name, args);
        var settings = args.Endpoint;
        var tags = args.Scope.Tags.For(nameof(RealtimeEndpoint), CostCategory.Inference)
            .WithModel(settings.ModelParametersBillions);
        var child = new CustomResourceOptions { Parent = this };
        var access = new HostingAccess(settings.Image, BucketLayout.LiveModelsOf(name))
        {
            IsInferenceComponent = settings.ScaleToZero is not null,
        };

        var model = ServedArchive.For(
            name, args.Scope, args.Bucket, access, settings.Environment, settings.SampleModel, tags, this);
        var configuration = new EndpointConfiguration(name, ConfigurationOf(settings, model, tags), child);
        var scaled = ScaledName.Of(name, settings.InstanceType, toZero: settings.ScaleToZero is not null);
        var endpoint = new Endpoint(scaled, new() { EndpointConfigName = configuration.Name, Tags = tags }, child);

        var plan = ScalingPlan.For(settings);
        if (settings.ScaleToZero is null)
        {
            _ = Autoscaling.Attach(scaled, endpoint.Name, plan, tags, this, settings.OfficeHours);
        }
        else
        {
            var copies = ModelCopies.Of(scaled, endpoint.Name, model.ModelName, settings, tags, this);
            var target = Autoscaling.Attach(scaled, copies, plan, tags, this, settings.OfficeHours);
            WakeFromZero.Attach(scaled, target, WakeSignal.FailedCalls, copies, plan.ScaleOutCooldownSeconds, tags, this);
            InferenceComponentName = copies;
        }

        EndpointName = endpoint.Name;
        ModelUri = model.Uri;
        RegisterOutputs();
    }

    [Output("endpointName")]
    public Output<string> EndpointName { get; private init; }

    /// <summary>The archive that is served; it must be there when the endpoint is created.</summary>
    [Output("modelUri")]
    public Output<string> ModelUri { get; private init; }

    /// <summary>What a call has to name besides the endpoint, if that scales to zero.</summary>
    public Output<string>? InferenceComponentName { get; }

    private static EndpointConfigurationArgs ConfigurationOf(
        RealtimeSettings settings, ServedArchive model, InputMap<string> tags)
    {
        var variant = new EndpointConfigurationProductionVariantArgs
        {
            VariantName = Variant.Name,
            InstanceType = settings.InstanceType,
            InitialInstanceCount = settings.StartingInstances,
        };
        var configuration = new EndpointConfigurationArgs { Tags = tags };
        if (settings.ScaleToZero is null)
        {
            variant.ModelName = model.ModelName;
            variant.InitialVariantWeight = 1;
        }
        else
        {
            configuration.ExecutionRoleArn = model.RoleArn;
            variant.ManagedInstanceScaling = new EndpointConfigurationProductionVariantManagedInstanceScalingArgs
            {
                Status = "ENABLED",
                MinInstanceCount = 0,
                MaxInstanceCount = settings.MostInstances,
            };
            variant.RoutingConfigs = new EndpointConfigurationProductionVariantRoutingConfigArgs
            {
                RoutingStrategy = "LEAST_OUTSTANDING_REQUESTS",
            };
        }

        configuration.ProductionVariants = variant;
        return configuration;
    }
}
