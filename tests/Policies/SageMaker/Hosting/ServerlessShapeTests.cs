using Policies.SageMaker.Hosting;
using ResourceViews.Aws.Sagemaker;
using static Policies.Tests.Builders.Endpoints;
using Native = ResourceViews.AwsNative.SageMaker;

namespace Policies.Tests.SageMaker.Hosting;

public class ServerlessShapeTests
{
    private static readonly ServerlessShape Policy = new();

    [Fact]
    public void Within_the_limits_is_compliant() => Assert.Empty(Policy.On(Resource("model", Archive), Configuration(Serverless)));

    [Fact]
    public void An_endpoint_on_instances_is_not_looked_at() => Assert.Empty(Policy.On(
        Resource("model", Archive with { EnableNetworkIsolation = true }), Configuration(OnInstances, OnInstances with { VariantName = "other" })));

    [Theory]
    [InlineData(1000)]
    [InlineData(1536)]
    [InlineData(7168)]
    public void Memory_comes_in_steps(int megabytes) => Assert.Equal(
        $"churn-config: productionVariants[0].serverlessConfig.memorySizeInMb is {megabytes}, expected 1024 to 6144 in steps of 1024.",
        Verdict(new() { MemorySizeInMb = megabytes, MaxConcurrency = 20 }).Violation());

    [Theory]
    [InlineData(0)]
    [InlineData(201)]
    public void Concurrency_has_a_limit(int calls) => Assert.Contains(
        $"maxConcurrency is {calls}, expected 1 to 200", Verdict(new() { MemorySizeInMb = 1024, MaxConcurrency = calls }).Violation());

    [Fact]
    public void No_more_is_provisioned_than_may_run() => Assert.Contains(
        "provisionedConcurrency is 30, expected at most",
        Verdict(new() { MemorySizeInMb = 1024, MaxConcurrency = 20, ProvisionedConcurrency = 30 }).Violation());

    [Fact]
    public void What_is_not_known_yet_is_unknown()
    {
        Verdict(new() { MemorySizeInMb = Known<int?>.Unknown, MaxConcurrency = 20 })
            .ShouldBeUnknown("productionVariants[0].serverlessConfig.memorySizeInMb");
        Policy.On(Resource("config", new EndpointConfigurationProps
        {
            ProductionVariants = ViewListUnknown(),
        })).OfOnly("config").ShouldBeUnknown("productionVariants.serverlessConfig");
    }

    [Fact]
    public void There_are_no_instances_beside_it() => Assert.Contains(
        "productionVariants[0].instanceType is ml.m5.large beside productionVariants[0].serverlessConfig",
        Policy.On(Configuration(Serverless with { InstanceType = "ml.m5.large" })).OfOnly("churn-config").Violation());

    [Fact]
    public void There_is_one_variant() => Assert.Contains(
        "there are 2 variants",
        Policy.On(Configuration(Serverless, OnInstances with { VariantName = "other" })).OfOnly("churn-config").Violation());

    [Fact]
    public void Data_is_not_captured() => Assert.Contains(
        "dataCaptureConfig.enableCapture gives a serverless endpoint data capture",
        Policy.On(Resource("config", new EndpointConfigurationProps
        {
            ProductionVariants = [Serverless],
            DataCaptureConfig = new() { EnableCapture = true },
        })).OfOnly("config").Violation());

    [Fact]
    public void Configurations_of_aws_native_name_a_vpc_themselves() => Assert.Contains(
        "vpcConfig gives a serverless endpoint a VPC",
        Policy.On(Resource("config", new Native.EndpointConfigProps
        {
            ProductionVariants = [new() { ServerlessConfig = new() { MemorySizeInMb = 1024, MaxConcurrency = 1 } }],
            VpcConfig = new() { Subnets = ["subnet-1"] },
        })).OfOnly("config").Violation());

    [Fact]
    public void The_model_has_no_vpc_isolation_private_registry_or_pipeline()
    {
        Assert.Contains("vpcConfig", OfModel(Archive with { VpcConfig = new() { Subnets = ["subnet-1"] } }).Violation(), StringComparison.Ordinal);
        Assert.Contains("enableNetworkIsolation", OfModel(Archive with { EnableNetworkIsolation = true }).Violation(), StringComparison.Ordinal);
        Assert.Contains("repositoryAccessMode is Vpc", OfModel(Archive with
        {
            PrimaryContainer = Archive.PrimaryContainer with { ImageConfig = new() { RepositoryAccessMode = "Vpc" } },
        }).Violation(), StringComparison.Ordinal);
        Assert.Contains("2 containers", OfModel(new() { Name = "churn-model", Containers = [new(), new()] }).Violation(), StringComparison.Ordinal);
        OfModel(Archive with { EnableNetworkIsolation = Known<bool?>.Unknown }).ShouldBeUnknown("enableNetworkIsolation");
    }

    [Fact]
    public void A_model_of_which_it_is_not_known_that_it_is_meant_waits_for_the_reference()
    {
        var model = Resource("model", Archive with { Name = Known<string>.Unknown, EnableNetworkIsolation = true });

        Policy.On(model, Configuration(Serverless)).OfOnly("churn-config").ShouldBeUnknown("productionVariants[0].modelName");
    }

    [Fact]
    public void A_model_declared_larger_than_the_memory_is_warned_about() => Assert.Contains(
        "a model of 3 billion parameters",
        OfModel(Archive with { Tags = new Dictionary<string, Known<string>> { ["model-parameters-billions"] = "3" } }).Warning());

    [Fact]
    public void Provisioned_concurrency_that_nothing_scales_is_warned_about()
    {
        var config = Configuration(Serverless with { ServerlessConfig = Serverless.ServerlessConfig with { ProvisionedConcurrency = 2 } });
        var target = Resource("target", InstanceTarget with { ScalableDimension = ProvisionedCount });

        Assert.Contains("billed around the clock", Policy.On(config, Endpoint).OfOnly("churn-config").Warning());
        Assert.Empty(Policy.On(config, Endpoint, target));
    }

    [Fact]
    public void Its_instances_cannot_be_scaled_since_there_are_none()
    {
        var target = Resource("target", InstanceTarget);

        Assert.Contains("is serverless and has no instances", Policy.On(Configuration(Serverless), Endpoint, target).OfOnly("target").Violation());
        Policy.On(Configuration(Serverless), Endpoint, Resource("target", InstanceTarget with { ResourceId = Known<string>.Unknown }))
            .OfOnly("target").ShouldBeUnknown("resourceId");
    }

    public static TheoryData<string, PolicyResource> Monitors => new()
    {
        {
            "dataQualityJobInput.endpointInput.endpointName",
            Resource("monitor", new DataQualityJobDefinitionProps { DataQualityJobInput = new() { EndpointInput = new() { EndpointName = "churn" } } })
        },
        {
            "monitoringScheduleConfig.monitoringJobDefinition.monitoringInputs.endpointInput.endpointName",
            Resource("monitor", new MonitoringScheduleProps
            {
                MonitoringScheduleConfig = new()
                {
                    MonitoringJobDefinition = new() { MonitoringInputs = new() { EndpointInput = new() { EndpointName = "churn" } } },
                },
            })
        },
        {
            "dataQualityJobInput.endpointInput.endpointName",
            Resource("monitor", new Native.DataQualityJobDefinitionProps
            {
                DataQualityJobInput = new() { EndpointInput = new() { EndpointName = "churn" } },
            })
        },
        {
            "modelBiasJobInput.endpointInput.endpointName",
            Resource("monitor", new Native.ModelBiasJobDefinitionProps { ModelBiasJobInput = new() { EndpointInput = new() { EndpointName = "churn" } } })
        },
        {
            "modelExplainabilityJobInput.endpointInput.endpointName",
            Resource("monitor", new Native.ModelExplainabilityJobDefinitionProps
            {
                ModelExplainabilityJobInput = new() { EndpointInput = new() { EndpointName = "churn" } },
            })
        },
        {
            "modelQualityJobInput.endpointInput.endpointName",
            Resource("monitor", new Native.ModelQualityJobDefinitionProps
            {
                ModelQualityJobInput = new() { EndpointInput = new() { EndpointName = "churn" } },
            })
        },
        {
            "monitoringScheduleConfig.monitoringJobDefinition.monitoringInputs[0].endpointInput.endpointName",
            Resource("monitor", new Native.MonitoringScheduleProps
            {
                MonitoringScheduleConfig = new()
                {
                    MonitoringJobDefinition = new() { MonitoringInputs = [new() { EndpointInput = new() { EndpointName = "churn" } }] },
                },
            })
        },
    };

    [Theory]
    [MemberData(nameof(Monitors))]
    public void Model_monitor_does_not_watch_it(string path, PolicyResource monitor)
    {
        Assert.Equal(
            $"monitor: {path} is that of churn, which is serverless: Model Monitor does not watch serverless endpoints. Remove the monitor, or "
                + "give the variant an instance type.",
            Policy.On(Configuration(Serverless), Endpoint, monitor).OfOnly("monitor").Violation());
        Assert.Empty(Policy.On(Configuration(OnInstances), Endpoint, monitor));
    }

    [Fact]
    public void A_monitor_of_which_it_is_not_known_what_it_watches_waits_for_the_name()
    {
        var monitor = Resource("monitor", new DataQualityJobDefinitionProps
        {
            DataQualityJobInput = new() { EndpointInput = new() { EndpointName = Known<string>.Unknown } },
        });

        Policy.On(Configuration(Serverless), Endpoint, monitor).OfOnly("monitor").ShouldBeUnknown("dataQualityJobInput.endpointInput.endpointName");
        Assert.Contains(
            "which is serverless",
            Policy.On(Configuration(Serverless), Endpoint, monitor.From("dataQualityJobInput", Endpoint)).OfOnly("monitor").Violation());
    }

    [Fact]
    public void A_monitor_of_what_a_batch_transform_leaves_watches_no_endpoint() => Assert.Empty(Policy.On(
        Configuration(Serverless), Endpoint, Resource("monitor", new DataQualityJobDefinitionProps { DataQualityJobInput = new() })));

    [Fact]
    public void All_of_a_stack_together_may_be_too_many()
    {
        var configs = Enumerable.Range(1, 3).Select(i => Resource($"config-{i}", new EndpointConfigurationProps
        {
            ProductionVariants = [Serverless with { ServerlessConfig = new() { MemorySizeInMb = 1024, MaxConcurrency = 200 } }],
        })).ToArray();

        var verdict = Assert.Single(Policy.On(configs));
        Assert.Null(verdict.Resource);
        Assert.Contains("may serve 600 calls", verdict.Verdict.Warning());
        Assert.Empty(PolicyTest.Check(Policy, configs, PropertyMap.Of(("accountConcurrency", 1000))));
    }

    private static ViewList<EndpointConfigurationProductionVariantProps> ViewListUnknown() =>
        ViewList<EndpointConfigurationProductionVariantProps>.Unknown;

    private static Verdict Verdict(EndpointConfigurationProductionVariantServerlessConfigProps serverless) =>
        Policy.On(Configuration(Serverless with { ServerlessConfig = serverless })).OfOnly("churn-config");

    private static Verdict OfModel(ModelProps model) =>
        Assert.Single(Policy.On(Resource("model", model), Configuration(Serverless))).Verdict;
}
