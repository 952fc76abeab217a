using Pulumi;
using Pulumi.Aws.AppAutoScaling.Inputs;
using Pulumi.Aws.Budgets.Inputs;
using Pulumi.Aws.CloudWatch;
using Pulumi.Aws.S3;
using Pulumi.Aws.Sagemaker;
using Pulumi.Aws.Sagemaker.Inputs;
using Pulumi.Aws.ServiceQuotas;
using NativeInputs = Pulumi.AwsNative.SageMaker.Inputs;

namespace Sdks.Tests.Generate;

public class ArgsShapeTests
{
    [Theory]
    [InlineData(typeof(BucketArgs), "BucketName", "[Input(\"bucket\")] Input<string>? BucketName")]
    [InlineData(typeof(BucketArgs), "Tags", "[Input(\"tags\")] InputMap<string> Tags")]
    [InlineData(typeof(BucketArgs), "Acl", "[Input(\"acl\")] InputUnion<string, CannedAcl>? Acl")]
    [InlineData(typeof(BucketArgs), "LifecycleRules", "[Input(\"lifecycleRules\")] [Obsolete(\"deprecated\")] InputList<BucketLifecycleRuleArgs> LifecycleRules")]
    [InlineData(typeof(Pulumi.Aws.Iam.PolicyArgs), "PolicyDocument", "[Input(\"policy\", required: true)] Input<string> PolicyDocument")]
    [InlineData(typeof(MetricAlarmArgs), "AlarmActions", "[Input(\"alarmActions\")] InputList<string> AlarmActions")]
    [InlineData(typeof(EndpointConfigurationArgs), "ProductionVariants", "[Input(\"productionVariants\", required: true)] InputList<EndpointConfigurationProductionVariantArgs> ProductionVariants")]
    [InlineData(typeof(EndpointConfigurationProductionVariantArgs), "ServerlessConfig", "[Input(\"serverlessConfig\")] Input<EndpointConfigurationProductionVariantServerlessConfigArgs>? ServerlessConfig")]
    [InlineData(typeof(EndpointConfigurationState), "ProductionVariants", "[Input(\"productionVariants\")] InputList<EndpointConfigurationProductionVariantGetArgs> ProductionVariants")]
    [InlineData(typeof(TrainingJobArgs), "RoleArn", "[Input(\"roleArn\", required: true)] Input<string> RoleArn")]
    [InlineData(typeof(NativeInputs.InferenceComponentCapacitySizeArgs), "Type", "[Input(\"type\", required: true)] Input<InferenceComponentCapacitySizeType> Type")]
    [InlineData(typeof(Pulumi.AwsNative.SageMaker.InferenceComponentArgs), "Tags", "[Input(\"tags\")] InputList<TagArgs> Tags")]
    [InlineData(typeof(Pulumi.AwsNative.SageMaker.PipelineArgs), "PipelineDefinition", "[Input(\"pipelineDefinition\", required: true)] InputUnion<PipelineDefinition0PropertiesArgs, PipelineDefinition1PropertiesArgs> PipelineDefinition")]
    public void Inputs_are_typed_as_in_the_official_package(Type args, string property, string declaration)
    {
        Assert.Equal(declaration, Declaration.Of(args, property));
        Assert.True(args.GetProperty(property)!.SetMethod!.IsPublic);
    }

    [Theory]
    [InlineData(typeof(PolicyTargetTrackingScalingPolicyConfigurationArgs), "TargetValue", "double")]
    [InlineData(typeof(PolicyTargetTrackingScalingPolicyConfigurationArgs), "ScaleInCooldown", "int")]
    [InlineData(typeof(BudgetNotificationArgs), "Threshold", "double")]
    [InlineData(typeof(BudgetActionActionThresholdArgs), "ActionThresholdValue", "double")]
    [InlineData(typeof(MetricAlarmArgs), "Threshold", "double")]
    [InlineData(typeof(MetricAlarmArgs), "Period", "int")]
    [InlineData(typeof(MetricAlarmArgs), "EvaluationPeriods", "int")]
    [InlineData(typeof(MetricAlarmArgs), "DatapointsToAlarm", "int")]
    [InlineData(typeof(EndpointConfigurationProductionVariantArgs), "InitialVariantWeight", "double")]
    [InlineData(typeof(EndpointConfigurationShadowProductionVariantArgs), "InitialVariantWeight", "double")]
    [InlineData(typeof(HyperParameterTuningJobConfigTuningJobCompletionCriteriaArgs), "TargetObjectiveMetricValue", "double")]
    [InlineData(typeof(NativeInputs.InferenceComponentComputeResourceRequirementsArgs), "NumberOfAcceleratorDevicesRequired", "double")]
    [InlineData(typeof(NativeInputs.InferenceComponentComputeResourceRequirementsArgs), "NumberOfCpuCoresRequired", "double")]
    [InlineData(typeof(NativeInputs.InferenceComponentComputeResourceRequirementsArgs), "MinMemoryRequiredInMb", "int")]
    [InlineData(typeof(ServiceQuotaArgs), "Value", "double")]
    [InlineData(typeof(EndpointDeploymentConfigRollingUpdatePolicyMaximumBatchSizeArgs), "Value", "int")]
    [InlineData(typeof(EndpointConfigurationProductionVariantServerlessConfigArgs), "MemorySizeInMb", "int")]
    public void Numbers_are_whole_unless_the_package_says_otherwise(Type args, string property, string number) =>
        Assert.Equal(typeof(Input<>).MakeGenericType(number == "double" ? typeof(double) : typeof(int)), args.GetProperty(property)!.PropertyType);

    [Fact]
    public void Lists_and_maps_are_never_null_and_are_made_once()
    {
        var args = new EndpointConfigurationArgs();

        Assert.Same(args.ProductionVariants, args.ProductionVariants);
        Assert.Same(args.Tags, args.Tags);
    }

    [Fact]
    public void Lists_take_collection_initializers()
    {
        var args = new EndpointConfigurationArgs
        {
            ProductionVariants = { new EndpointConfigurationProductionVariantArgs { ModelName = "ranking", InitialVariantWeight = 0.5 } },
            Tags = { ["team"] = "ml" },
        };

        Assert.NotNull(args.ProductionVariants);
    }

    [Theory]
    [InlineData(typeof(Pulumi.Aws.ProviderArgs), "AssumeRoles", "[Input(\"assumeRoles\", json: true)] InputList<ProviderAssumeRoleArgs> AssumeRoles")]
    [InlineData(typeof(Pulumi.Aws.ProviderArgs), "MaxRetries", "[Input(\"maxRetries\", json: true)] Input<int>? MaxRetries")]
    [InlineData(typeof(Pulumi.Aws.ProviderArgs), "Profile", "[Input(\"profile\")] Input<string>? Profile")]
    [InlineData(typeof(Pulumi.Aws.ProviderArgs), "SecretKey", "[Input(\"secretKey\")] Input<string>? SecretKey")]
    [InlineData(typeof(Pulumi.AwsNative.ProviderArgs), "Region", "[Input(\"region\", required: true)] Input<string> Region")]
    public void Providers_take_whatever_is_not_text_as_json(Type args, string property, string declaration) =>
        Assert.Equal(declaration, Declaration.Of(args, property));

    [Fact]
    public async Task Providers_begin_with_the_defaults_of_the_schema()
    {
        var aws = new Pulumi.Aws.ProviderArgs();
        var native = new Pulumi.AwsNative.ProviderArgs();

        Assert.False(await Value(aws.SkipCredentialsValidation!));
        Assert.True(await Value(aws.SkipRegionValidation!));
        Assert.Null(aws.SkipMetadataApiCheck);
        Assert.True(await Value(native.SkipGetEc2Platforms!));
    }

    [Fact]
    public async Task Secret_inputs_become_secret_when_they_are_set()
    {
        var args = new Pulumi.Aws.ProviderArgs { SecretKey = "hunter2", Profile = "ml" };

        Assert.True(await Output.IsSecretAsync(args.SecretKey!.ToOutput()));
        Assert.Equal("hunter2", await Value(args.SecretKey!));
        Assert.False(await Output.IsSecretAsync(args.Profile!.ToOutput()));
    }

    private static Task<T> Value<T>(Input<T> input) => Pulumi.Utilities.OutputUtilities.GetValueAsync(input.ToOutput());
}
