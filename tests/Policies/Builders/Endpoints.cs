using ResourceViews.Aws.AppAutoScaling;
using ResourceViews.Aws.CloudWatch;
using ResourceViews.Aws.Sagemaker;
using Native = ResourceViews.AwsNative.SageMaker;

namespace Policies.Tests.Builders;

/// <summary>Endpoints and what scales them, in names that a preview knows or does not know yet.</summary>
internal static class Endpoints
{
    public const string InstanceCount = "sagemaker:variant:DesiredInstanceCount";
    public const string ProvisionedCount = "sagemaker:variant:DesiredProvisionedConcurrency";
    public const string ComponentCopies = "sagemaker:inference-component:DesiredCopyCount";

    public static ModelProps Archive { get; } = new()
    {
        Name = "churn-model",
        PrimaryContainer = new() { Mode = "SingleModel", ModelDataUrl = "s3://artifacts/models/live/churn/model.tar.gz" },
    };

    public static ModelProps ManyModels { get; } = new()
    {
        Name = "churn-model",
        PrimaryContainer = new() { Mode = "MultiModel", ModelDataUrl = "s3://artifacts/models/live/churn/" },
    };

    public static EndpointConfigurationProductionVariantProps OnInstances { get; } = new()
    {
        VariantName = "main",
        ModelName = "churn-model",
        InstanceType = "ml.m5.large",
        InitialInstanceCount = 2,
    };

    public static EndpointConfigurationProductionVariantProps Serverless { get; } = new()
    {
        VariantName = "main",
        ModelName = "churn-model",
        ServerlessConfig = new() { MemorySizeInMb = 2048, MaxConcurrency = 20 },
    };

    /// <summary>A variant whose instances follow the copies of inference components, down to none.</summary>
    public static EndpointConfigurationProductionVariantProps ToZero { get; } = new()
    {
        VariantName = "main",
        InstanceType = "ml.g5.xlarge",
        InitialInstanceCount = 1,
        ManagedInstanceScaling = new() { Status = "ENABLED", MinInstanceCount = 0, MaxInstanceCount = 2 },
    };

    public static TargetProps InstanceTarget { get; } = new()
    {
        ServiceNamespace = "sagemaker",
        ResourceId = "endpoint/churn/variant/main",
        ScalableDimension = InstanceCount,
        MinCapacity = 1,
        MaxCapacity = 4,
    };

    public static TargetProps CopyTarget { get; } = InstanceTarget with
    {
        ResourceId = "inference-component/churn-copies",
        ScalableDimension = ComponentCopies,
        MinCapacity = 0,
    };

    public static PolicyProps Tracking { get; } = new()
    {
        ServiceNamespace = "sagemaker",
        ResourceId = "endpoint/churn/variant/main",
        ScalableDimension = InstanceCount,
        PolicyType = "TargetTrackingScaling",
        TargetTrackingScalingPolicyConfiguration = new()
        {
            TargetValue = 100,
            PredefinedMetricSpecification = new() { PredefinedMetricType = "SageMakerVariantInvocationsPerInstance" },
        },
    };

    /// <summary>A step policy of a target of copies.</summary>
    public static PolicyProps Step { get; } = new()
    {
        ServiceNamespace = "sagemaker",
        ResourceId = CopyTarget.ResourceId,
        ScalableDimension = ComponentCopies,
        PolicyType = "StepScaling",
        StepScalingPolicyConfiguration = new()
        {
            AdjustmentType = "ChangeInCapacity",
            StepAdjustments = [new() { MetricIntervalLowerBound = "0", ScalingAdjustment = 1 }],
        },
    };

    public static PolicyResource Configuration(params EndpointConfigurationProductionVariantProps[] variants) =>
        Resource("churn-config", new EndpointConfigurationProps { Name = "churn-config", ProductionVariants = [.. variants] });

    public static PolicyResource Endpoint { get; } =
        Resource("churn", new EndpointProps { Name = "churn", EndpointConfigName = "churn-config" });

    public static PolicyResource Component { get; } = Resource("churn-copies", new Native.InferenceComponentProps
    {
        InferenceComponentName = "churn-copies",
        EndpointName = "churn",
        VariantName = "main",
        RuntimeConfig = new() { CopyCount = 1 },
    });

    /// <summary>An alarm on the calls that find no copy.</summary>
    public static MetricAlarmProps FailedCalls { get; } = new()
    {
        Namespace = "AWS/SageMaker",
        MetricName = "NoCapacityInvocationFailures",
        Dimensions = new Dictionary<string, Known<string>> { ["InferenceComponentName"] = "churn-copies" },
        ComparisonOperator = "GreaterThanOrEqualToThreshold",
    };

    /// <summary>An alarm that sets off another resource, whose ARN is not known yet.</summary>
    public static PolicyResource Alarm(MetricAlarmProps alarm, PolicyResource sets) =>
        Resource("wake", alarm with { AlarmActions = [Known<string>.Unknown] }).From("alarmActions", sets);

    public static PolicyResource Resource<TView>(string name, TView view)
        where TView : struct, IResourceView<TView> => PolicyTest.Resource(TView.ResourceType, view.ToProperty().Members, name);

    /// <summary>The resource with an input whose value came from others.</summary>
    public static PolicyResource From(this PolicyResource resource, string input, params PolicyResource[] sources) => resource with
    {
        PropertyDependencies = resource.PropertyDependencies.Add(input, [.. sources.Select(source => source.Urn)]),
    };

    /// <summary>The verdicts of a policy on a stack.</summary>
    public static IReadOnlyList<ResourceVerdict> On(this StackPolicy policy, params PolicyResource[] resources) =>
        PolicyTest.Check(policy, resources);

    /// <summary>The one verdict, on the resource of that name.</summary>
    public static Verdict OfOnly(this IReadOnlyList<ResourceVerdict> verdicts, string resource)
    {
        var one = Assert.Single(verdicts);
        Assert.Equal(resource, one.Resource?.Name);
        return one.Verdict;
    }

    public static string Warning(this Verdict verdict)
    {
        Assert.Empty(verdict.Violations);
        return Assert.Single(verdict.Warnings);
    }
}
