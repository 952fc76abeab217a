using Infra.Hosting;
using Infra.Tests.Builders;

namespace Infra.Tests.Hosting;

public class MultiModelEndpointTests
{
    [Fact]
    public async Task The_model_is_a_folder_and_no_archive()
    {
        var model = (await Deploy(Valid.MultiModel)).Single("aws:sagemaker/model:Model");

        Assert.Equal("MultiModel", model["primaryContainer.mode"]);
        Assert.Equal("s3://artifacts-1234567/models/live/forecasts/", model["primaryContainer.modelDataUrl"]);
        Assert.Equal("Enabled", model["primaryContainer.multiModelConfig.modelCacheSetting"]);
    }

    [Fact]
    public async Task The_variant_has_one_instance_type_and_starts_where_the_settings_say()
    {
        var settings = Valid.MultiModel with { InstanceType = "ml.m5.xlarge", InitialInstanceCount = 3 };

        var configuration = (await Deploy(settings)).Single("aws:sagemaker/endpointConfiguration:EndpointConfiguration");

        Assert.Equal(1, configuration.Count("productionVariants"));
        Assert.Equal("ml.m5.xlarge", configuration["productionVariants.0.instanceType"]);
        Assert.Equal(3, configuration["productionVariants.0.initialInstanceCount"]);
        Assert.Null(configuration["name"]);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(60)]
    public async Task The_volume_has_the_size_of_the_settings_or_that_which_SageMaker_chooses(int? volumeGb)
    {
        var configuration = (await Deploy(Valid.MultiModel with { VolumeGb = volumeGb }))
            .Single("aws:sagemaker/endpointConfiguration:EndpointConfiguration");

        Assert.Equal(volumeGb, configuration["productionVariants.0.volumeSizeInGb"]);
    }

    [Fact]
    public void A_volume_is_refused_on_a_type_that_has_disks_of_its_own()
    {
        var settings = Valid.MultiModel with { InstanceType = "ml.g4dn.xlarge", VolumeGb = 60 };

        var fault = Assert.Single(settings.Inconsistencies("here"));

        Assert.Equal("here.volumeGb is 60; accepted: nothing on ml.g4dn.xlarge, which has disks of its own", fault.ToString());
    }

    [Fact]
    public async Task Instances_follow_the_invocations_of_each_in_a_minute()
    {
        var stack = await Deploy(Valid.MultiModel with
        {
            Scaling = new() { MinInstances = 2, MaxInstances = 5, MeasuredRequestsPerSecond = 10 },
        });

        var target = stack.Single("aws:appautoscaling/target:Target");
        Assert.Equal("endpoint/forecasts-m5-large-1234567/variant/AllTraffic", target["resourceId"]);
        Assert.Equal("sagemaker:variant:DesiredInstanceCount", target["scalableDimension"]);
        Assert.Equal((2, 5), ((int)target["minCapacity"]!, (int)target["maxCapacity"]!));
        var policy = stack.Single("aws:appautoscaling/policy:Policy");
        Assert.Equal("TargetTrackingScaling", policy["policyType"]);
        const string Tracking = "targetTrackingScalingPolicyConfiguration";
        Assert.Equal(
            "SageMakerVariantInvocationsPerInstance", policy[$"{Tracking}.predefinedMetricSpecification.predefinedMetricType"]);
        Assert.Equal(300, policy[$"{Tracking}.targetValue"]);
        Assert.Equal(300, policy[$"{Tracking}.scaleInCooldown"]);
        Assert.Equal(60, policy[$"{Tracking}.scaleOutCooldown"]);
    }

    [Fact]
    public async Task Another_instance_type_is_another_endpoint_with_a_scaling_of_its_own()
    {
        string[] scaled =
        [
            "aws:sagemaker/endpoint:Endpoint", "aws:appautoscaling/target:Target", "aws:appautoscaling/policy:Policy",
        ];
        var before = await Deploy(Valid.MultiModel);
        var bigger = await Deploy(Valid.MultiModel with { InstanceType = "ml.m5.xlarge" });
        var busier = await Deploy(Valid.MultiModel with { InitialInstanceCount = 3, CacheModels = false });

        Assert.All(scaled, type =>
        {
            Assert.Equal("forecasts-m5-large", before.Single(type).Name);
            Assert.Equal("forecasts-m5-xlarge", bigger.Single(type).Name);
            Assert.Equal(before.Single(type).Name, busier.Single(type).Name);
        });
    }

    [Fact]
    public async Task The_endpoint_s_role_reads_the_endpoint_s_models_only()
    {
        var stack = await Deploy(Valid.MultiModel);

        var policy = (string)stack.All("aws:iam/rolePolicy:RolePolicy").Single(found => found.Name == "forecasts-hosting")["policy"]!;

        Assert.Contains("arn:aws:s3:::artifacts-1234567/models/live/forecasts/*", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("s3:PutObject", policy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_largest_model_is_what_policies_weigh_the_instance_against()
    {
        var stack = await Deploy(Valid.MultiModel with
        {
            Models = new Dictionary<string, ServedModel>
            {
                ["a"] = new() { ParametersBillions = 0.125m },
                ["b"] = new() { ParametersBillions = 3 },
                ["c"] = new(),
            },
        });

        Assert.Equal(
            "3", stack.Single("aws:sagemaker/endpointConfiguration:EndpointConfiguration").Tags["model-parameters-billions"]);
    }

    private static Task<DeployedStack> Deploy(MultiModelSettings settings) => DeployedStack.Of(
        Valid.Stack with { MultiModelEndpoints = new Dictionary<string, MultiModelSettings> { ["forecasts"] = settings } });
}
