using System.Reflection;
using Pulumi;
using Pulumi.Aws.CloudWatch;
using Pulumi.Aws.S3;
using Pulumi.Aws.Sagemaker;
using InferenceComponent = Pulumi.AwsNative.SageMaker.InferenceComponent;
using InferenceComponentArgs = Pulumi.AwsNative.SageMaker.InferenceComponentArgs;

namespace Sdks.Tests.Generate;

public class ResourceShapeTests
{
    [Theory]
    [InlineData(typeof(EndpointConfiguration), "aws:sagemaker/endpointConfiguration:EndpointConfiguration", "7.48.0", "AwsResourceTypeAttribute")]
    [InlineData(typeof(Bucket), "aws:s3/bucket:Bucket", "7.48.0", "AwsResourceTypeAttribute")]
    [InlineData(typeof(InferenceComponent), "aws-native:sagemaker:InferenceComponent", "1.79.0", "AwsNativeResourceTypeAttribute")]
    [InlineData(typeof(Pulumi.Aws.Provider), "pulumi:providers:aws", "7.48.0", "AwsResourceTypeAttribute")]
    public void A_resource_carries_its_token_and_the_version_of_the_package(Type resource, string token, string version, string attribute)
    {
        var found = resource.GetCustomAttributes<ResourceTypeAttribute>().Single();

        Assert.Equal((token, version, attribute), (found.Type, found.Version, found.GetType().Name));
        Assert.False(found.GetType().IsPublic);
    }

    [Theory]
    [InlineData(typeof(Bucket), ".ctor(string name, BucketArgs? args = null, CustomResourceOptions? options = null)")]
    [InlineData(typeof(EndpointConfiguration), ".ctor(string name, EndpointConfigurationArgs args, CustomResourceOptions? options = null)")]
    [InlineData(typeof(InferenceComponent), ".ctor(string name, InferenceComponentArgs args, CustomResourceOptions? options = null)")]
    [InlineData(typeof(Pulumi.Aws.Provider), ".ctor(string name, ProviderArgs? args = null, CustomResourceOptions? options = null)")]
    [InlineData(typeof(Pulumi.AwsNative.Provider), ".ctor(string name, ProviderArgs args, CustomResourceOptions? options = null)")]
    public void Arguments_may_be_left_out_where_none_is_required(Type resource, string constructor) =>
        Assert.Equal(constructor, Declaration.Of(resource.GetConstructors().Single()));

    [Theory]
    [InlineData(typeof(Bucket), "Get(string name, Input<string> id, BucketState? state = null, CustomResourceOptions? options = null)")]
    [InlineData(typeof(InferenceComponent), "Get(string name, Input<string> id, CustomResourceOptions? options = null)")]
    public void A_lookup_takes_state_in_aws_and_none_in_aws_native(Type resource, string get) =>
        Assert.Equal(get, Declaration.Of(resource.GetMethod("Get")!));

    [Fact]
    public void Lookup_state_exists_in_aws_only()
    {
        Assert.NotNull(typeof(Bucket).Assembly.GetType("Pulumi.Aws.Sagemaker.EndpointConfigurationState"));
        Assert.DoesNotContain(typeof(InferenceComponent).Assembly.GetTypes(), type => type.IsPublic && type.Name.EndsWith("State", StringComparison.Ordinal) && type.BaseType == typeof(ResourceArgs));
    }

    [Theory]
    [InlineData(typeof(Bucket), "BucketName", "[Output(\"bucket\")] Output<string> BucketName")]
    [InlineData(typeof(Bucket), "TagsAll", "[Output(\"tagsAll\")] Output<ImmutableDictionary<string, string>> TagsAll")]
    [InlineData(typeof(Bucket), "Tags", "[Output(\"tags\")] Output<ImmutableDictionary<string, string>?> Tags")]
    [InlineData(typeof(Bucket), "LifecycleRules", "[Output(\"lifecycleRules\")] Output<ImmutableArray<BucketLifecycleRule>> LifecycleRules")]
    [InlineData(typeof(Bucket), "ForceDestroy", "[Output(\"forceDestroy\")] Output<bool?> ForceDestroy")]
    [InlineData(typeof(Bucket), "Acl", "[Output(\"acl\")] Output<string> Acl")]
    [InlineData(typeof(Pulumi.Aws.Iam.Policy), "PolicyDocument", "[Output(\"policy\")] Output<string> PolicyDocument")]
    [InlineData(typeof(EndpointConfiguration), "ProductionVariants", "[Output(\"productionVariants\")] Output<ImmutableArray<EndpointConfigurationProductionVariant>> ProductionVariants")]
    [InlineData(typeof(EndpointConfiguration), "KmsKeyArn", "[Output(\"kmsKeyArn\")] Output<string?> KmsKeyArn")]
    [InlineData(typeof(MetricAlarm), "Threshold", "[Output(\"threshold\")] Output<double?> Threshold")]
    [InlineData(typeof(InferenceComponent), "InferenceComponentStatus", "[Output(\"inferenceComponentStatus\")] Output<InferenceComponentStatus> InferenceComponentStatus")]
    [InlineData(typeof(InferenceComponent), "Specification", "[Output(\"specification\")] Output<InferenceComponentSpecification?> Specification")]
    [InlineData(typeof(InferenceComponent), "Tags", "[Output(\"tags\")] Output<ImmutableArray<Tag>> Tags")]
    [InlineData(typeof(Pulumi.AwsNative.SageMaker.Pipeline), "PipelineDefinition", "[Output(\"pipelineDefinition\")] Output<Union<PipelineDefinition0Properties, PipelineDefinition1Properties>> PipelineDefinition")]
    public void Outputs_are_typed_as_in_the_official_package(Type resource, string property, string declaration)
    {
        Assert.Equal(declaration, Declaration.Of(resource, property));
        Assert.False(resource.GetProperty(property)!.SetMethod!.IsPublic);
    }

    [Theory]
    [InlineData(typeof(Bucket), typeof(CustomResource))]
    [InlineData(typeof(Pulumi.AwsNative.Provider), typeof(ProviderResource))]
    public void Resources_may_be_extended_and_providers_are_provider_resources(Type resource, Type expected)
    {
        Assert.Equal(expected, resource.BaseType);
        Assert.False(resource.IsSealed);
    }

    [Fact]
    public void The_assemblies_have_the_versions_of_the_packages()
    {
        Assert.Equal(new Version(7, 48, 0, 0), typeof(Bucket).Assembly.GetName().Version);
        Assert.Equal(new Version(1, 79, 0, 0), typeof(InferenceComponent).Assembly.GetName().Version);
        Assert.Equal("7.48.0", typeof(Bucket).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion);
    }

    [Theory]
    [InlineData("Pulumi.Aws.AppAutoScaling.Target")]
    [InlineData("Pulumi.Aws.Budgets.Budget")]
    [InlineData("Pulumi.Aws.CloudWatch.LogGroup")]
    [InlineData("Pulumi.Aws.CostExplorer.AnomalyMonitor")]
    [InlineData("Pulumi.Aws.Ec2.VpcEndpoint")]
    [InlineData("Pulumi.Aws.Iam.Role")]
    [InlineData("Pulumi.Aws.Kms.Key")]
    [InlineData("Pulumi.Aws.S3.Bucket")]
    [InlineData("Pulumi.Aws.Sagemaker.Model")]
    [InlineData("Pulumi.Aws.SavingsPlans.SavingsPlan")]
    [InlineData("Pulumi.Aws.Scheduler.Schedule")]
    [InlineData("Pulumi.Aws.ServiceQuotas.ServiceQuota")]
    [InlineData("Pulumi.Aws.Sfn.StateMachine")]
    [InlineData("Pulumi.Aws.Sns.Topic")]
    [InlineData("Pulumi.Aws.GetCallerIdentity")]
    public void Namespaces_have_the_casing_of_the_official_package(string name) =>
        Assert.NotNull(typeof(Bucket).Assembly.GetType(name));

    [Fact]
    public void Arguments_are_sealed_and_begin_empty()
    {
        Assert.True(typeof(InferenceComponentArgs).IsSealed);
        Assert.Equal(typeof(ResourceArgs), typeof(InferenceComponentArgs).BaseType);
        Assert.Equal(".ctor()", Declaration.Of(typeof(InferenceComponentArgs).GetConstructors().Single()));
        Assert.NotSame(BucketArgs.Empty, BucketArgs.Empty);
        Assert.Null(BucketArgs.Empty.BucketName);
    }
}
