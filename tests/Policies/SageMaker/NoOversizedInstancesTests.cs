using Policies.SageMaker;
using ResourceViews.Aws.Sagemaker;

namespace Policies.Tests.SageMaker;

public class NoOversizedInstancesTests
{
    private static readonly NoOversizedInstances Policy = new();
    private static readonly TrainingJobProps Job = new() { ResourceConfig = new() { InstanceType = "ml.g5.xlarge", InstanceCount = 1 } };
    private static readonly NotebookInstanceProps Notebook = new() { InstanceType = "ml.t3.medium" };

    [Theory]
    [InlineData("ml.m5.24xlarge")]
    [InlineData("ml.g5.xlarge")]
    [InlineData("ml.g5.12xlarge")]
    public void Ordinary_types_are_compliant(string type) => Policy.On(JobOn(type)).ShouldBeCompliant();

    [Fact]
    public void An_endpoint_may_have_inferentia() => Policy.On(new EndpointConfigurationProps
    {
        ProductionVariants = [new() { InstanceType = "ml.inf2.xlarge" }],
    }).ShouldBeCompliant();

    [Theory]
    [InlineData("ml.t3.medium")]
    [InlineData("ml.m5.4xlarge")]
    [InlineData("ml.g5.xlarge")]
    public void A_notebook_may_burst_and_may_have_one_gpu(string type) =>
        Policy.On(Notebook with { InstanceType = type }).ShouldBeCompliant();

    [Fact]
    public void A_notebook_with_more_than_one_gpu_is_oversized() => Assert.Equal(
        "trainer: instanceType is ml.g5.12xlarge (4 × A10G, where one GPU is enough to develop on): too large by default. "
            + "Use one GPU at most, such as ml.g5.xlarge, and a training job for what needs more; or, if a model needs it, declare its size "
            + "with the tags model-parameters-billions and training-mode, or in the setting modelParametersBillions.",
        Policy.On(Notebook with { InstanceType = "ml.g5.12xlarge" }).Violation());

    [Theory]
    [InlineData("ml.g5.48xlarge", "8 × A10G")]
    [InlineData("ml.p3.2xlarge", "1 × V100, P family")]
    [InlineData("ml.p4d.24xlarge", "8 × A100")]
    [InlineData("ml.p5.4xlarge", "1 × H100, P family")]
    [InlineData("ml.trn1.2xlarge", "1 × Trainium")]
    [InlineData("ml.trn1.32xlarge", "16 × Trainium")]
    public void Eight_gpus_the_p_family_and_trainium_are_oversized(string type, string reason) =>
        Assert.StartsWith(
            $"trainer: resourceConfig.instanceType is {type} ({reason}): too large by default.", Policy.On(JobOn(type)).Violation());

    [Theory]
    [InlineData("ml.p3.2xlarge")]
    [InlineData("ml.p5.4xlarge")]
    public void One_gpu_of_the_p_family_makes_room_for_one_of_a_g_family(string type)
    {
        Assert.Contains("Use one GPU of the family g5 or g6, such as ml.g5.xlarge; or, if a model needs it,", Policy.On(JobOn(type)).Violation());
        Assert.Contains(
            "Use one GPU of the family g5 or g6, such as ml.g5.xlarge, and a training job for what needs more; or, if a model needs it,",
            Policy.On(Notebook with { InstanceType = type }).Violation());
    }

    [Fact]
    public void A_declared_size_justifies_the_smallest_type_that_holds_the_model() =>
        Policy.On(JobOn("ml.p4d.24xlarge") with { Tags = Model("13", "full") }).ShouldBeCompliant();

    [Theory]
    [InlineData("ml.p5.48xlarge", "13", "trainer: resourceConfig.instanceType is ml.p5.48xlarge (8 × H100), larger than needed: "
        + "a model of 13 billion parameters (full) needs 270.4 GB, of 618.5 GB that can be used. Use ml.p4d.24xlarge (8 × A100).")]
    [InlineData("ml.p4d.24xlarge", "7", "trainer: resourceConfig.instanceType is ml.p4d.24xlarge (8 × A100), larger than needed: "
        + "a model of 7 billion parameters (full) needs 145.6 GB, of 309.2 GB that can be used. Use ml.g6e.12xlarge (4 × L40S).")]
    [InlineData("ml.trn1.32xlarge", "13", "trainer: resourceConfig.instanceType is ml.trn1.32xlarge (16 × Trainium), larger than needed: "
        + "a model of 13 billion parameters (full) needs 270.4 GB, of 494.8 GB that can be used. "
        + "A build of it for GPUs would fit ml.p4d.24xlarge (8 × A100).")]
    public void A_large_type_that_the_model_fills_by_a_third_is_a_warning_where_a_smaller_one_holds_it(
        string type, string billions, string message)
    {
        var verdict = Policy.On(JobOn(type) with { Tags = Model(billions, "full") });

        Assert.False(verdict.IsViolation);
        Assert.Equal(message, Assert.Single(verdict.Warnings));
    }

    [Fact]
    public void A_neuron_type_that_is_too_small_names_no_gpu() => Assert.EndsWith(
        "No listed type with Trainium is large enough: use more instances, or a mode that needs less.",
        Policy.On(JobOn("ml.trn1.32xlarge") with { Tags = Model("30", "full") }).Violation());

    [Fact]
    public void A_neuron_type_without_a_declared_model_is_sent_to_no_gpu() => Assert.Equal(
        "trainer: resourceConfig.instanceType is ml.trn1.32xlarge (16 × Trainium): too large by default. If a model needs it, declare its "
            + "size with the tags model-parameters-billions and training-mode, or in the setting modelParametersBillions.",
        Policy.On(JobOn("ml.trn1.32xlarge")).Violation());

    [Fact]
    public void A_small_model_on_a_large_type_names_the_type_that_is_enough() => Assert.Equal(
        "trainer: resourceConfig.instanceType is ml.p4d.24xlarge, whose usable 309.2 GB stay mostly empty: "
            + "a model of 7 billion parameters (lora) needs 20 GB. Use ml.g5.xlarge (1 × A10G).",
        Policy.On(JobOn("ml.p4d.24xlarge") with { Tags = Model("7", "lora") }).Violation());

    [Fact]
    public void A_model_that_does_not_fit_names_a_type_that_holds_it() => Assert.Equal(
        "trainer: resourceConfig.instanceType is ml.g5.xlarge, whose usable 21.6 GB are too little: "
            + "a model of 7 billion parameters (full) needs 145.6 GB. Use ml.g6e.12xlarge (4 × L40S).",
        Policy.On(JobOn("ml.g5.xlarge") with { Tags = Model("7", "full") }).Violation());

    [Fact]
    public void An_ordinary_type_that_stays_mostly_empty_is_oversized_too() => Assert.Contains(
        "Use ml.g4dn.xlarge (1 × T4).",
        Policy.On(JobOn("ml.g5.12xlarge") with { Tags = Model("0.5", "full") }).Violation());

    [Fact]
    public void Several_instances_share_a_model() => Policy.On(Job with
    {
        ResourceConfig = new() { InstanceType = "ml.p4d.24xlarge", InstanceCount = 2 },
        Tags = Model("28", "full"),
    }).ShouldBeCompliant();

    [Fact]
    public void A_model_that_is_not_sharded_must_fit_one_gpu() => Assert.Contains(
        "whose usable 38.7 GB are too little",
        Policy.On(JobOn("ml.p4d.24xlarge") with
        {
            Tags = new Dictionary<string, Known<string>>
            {
                ["model-parameters-billions"] = "13",
                ["training-mode"] = "full",
                ["model-sharding"] = "none",
            },
        }).Violation());

    [Fact]
    public void A_size_in_the_settings_counts_like_one_in_the_tags() => Policy.On(
        JobOn("ml.p4d.24xlarge"),
        PropertyMap.Of(
            ("modelParametersBillions", PropertyMap.Of((Verdicts.Name, 13))),
            ("trainingModes", PropertyMap.Of((Verdicts.Name, "full"))))).ShouldBeCompliant();

    [Fact]
    public void A_size_for_another_resource_justifies_nothing() => Assert.True(Policy.On(
        JobOn("ml.p4d.24xlarge"), PropertyMap.Of(("modelParametersBillions", PropertyMap.Of(("other", 13))))).IsViolation);

    [Fact]
    public void Default_tags_of_the_provider_count() =>
        Policy.On(JobOn("ml.p4d.24xlarge") with { TagsAll = Model("13", "full") }).ShouldBeCompliant();

    [Fact]
    public void A_tag_that_cannot_be_read_says_what_is_accepted() => Assert.Equal(
        "trainer: the tag model-parameters-billions is '7b', accepted is a number of billions above 0, such as 7.",
        Policy.On(Job with { Tags = Model("7b", "full") }).Violation());

    [Fact]
    public void An_endpoint_serves_a_model_from_each_instance_of_its_own()
    {
        var endpoint = new EndpointConfigurationProps
        {
            ProductionVariants = [new() { InstanceType = "ml.g5.xlarge", InitialInstanceCount = 4 }],
            Tags = Model("13", null),
        };

        Assert.Contains("a model of 13 billion parameters (inference) needs 31.2 GB", Policy.On(endpoint).Violation());
    }

    [Fact]
    public void A_serverless_variant_has_no_instances() => Policy.On(new EndpointConfigurationProps
    {
        ProductionVariants = [new() { ServerlessConfig = new() { MaxConcurrency = 5, MemorySizeInMb = 2048 } }],
    }).ShouldBeCompliant();

    [Fact]
    public void Each_variant_is_judged() => Assert.Equal(2, Policy.On(new EndpointConfigurationProps
    {
        ProductionVariants = [new() { InstanceType = "ml.m5.large" }, new() { InstanceType = "ml.p4d.24xlarge" }],
        ShadowProductionVariants = [new() { InstanceType = "ml.p5.48xlarge" }],
    }).Violations.Length);

    [Fact]
    public void A_violation_stands_beside_an_unknown()
    {
        var verdict = Policy.On(new EndpointConfigurationProps
        {
            ProductionVariants = [new() { InstanceType = Known<string>.Unknown }, new() { InstanceType = "ml.p4d.24xlarge" }],
        });

        Assert.Contains("productionVariants[1].instanceType", verdict.Violation());
        Assert.Equal("productionVariants[0].instanceType", Assert.Single(verdict.UnknownProperties));
    }

    [Fact]
    public void Variants_that_are_all_unknown_are_unknown() => Policy.On(new EndpointConfigurationProps
    {
        ProductionVariants = ViewList<EndpointConfigurationProductionVariantProps>.Unknown,
    }).ShouldBeUnknown("productionVariants.instanceType");

    [Fact]
    public void The_flexible_resources_of_a_tuning_job_may_be_unknown() => Assert.Contains(
        "trainingJobDefinition.hyperParameterTuningResourceConfig.instanceType",
        Policy.On(new HyperParameterTuningJobProps
        {
            TrainingJobDefinition = new()
            {
                HyperParameterTuningResourceConfig =
                    HyperParameterTuningJobTrainingJobDefinitionHyperParameterTuningResourceConfigProps.From(PropertyValue.Unknown),
            },
        }).UnknownProperties);

    [Fact]
    public void An_unknown_tag_decides_only_where_a_type_needs_a_reason()
    {
        var tags = new Dictionary<string, Known<string>> { ["model-parameters-billions"] = Known<string>.Unknown };

        Policy.On(Job with { Tags = tags }).ShouldBeCompliant();
        Policy.On(JobOn("ml.p4d.24xlarge") with { Tags = tags }).ShouldBeUnknown("tags.model-parameters-billions");
    }

    [Fact]
    public void An_unknown_number_of_instances_is_unknown_where_a_size_is_declared() => Policy.On(Job with
    {
        ResourceConfig = new() { InstanceType = "ml.p4d.24xlarge", InstanceCount = Known<int?>.Unknown },
        Tags = Model("28", "full"),
    }).ShouldBeUnknown("resourceConfig.instanceCount");

    [Theory]
    [InlineData("ml.z9.large")]
    [InlineData("ml.p9.48xlarge")]
    [InlineData("ml.trn7.32xlarge")]
    public void A_type_that_is_not_listed_is_a_warning_whatever_its_family(string type)
    {
        var verdict = Policy.On(JobOn(type));

        Assert.False(verdict.IsViolation);
        Assert.Equal(
            $"trainer: resourceConfig.instanceType is {type}, which is not in this pack's list of hardware: its size cannot be judged. "
                + "Choose a listed type; or, if this one is meant, add it to the setting acceptedTypes.",
            Assert.Single(verdict.Warnings));
    }

    [Fact]
    public void T3_is_a_violation_for_an_endpoint_because_SageMaker_offers_none() => Assert.Equal(
        "trainer: productionVariants[0].instanceType is ml.t3.medium, which SageMaker does not offer for endpoints. "
            + "Use a type such as ml.t2.medium or ml.m5.large, or a serverless endpoint.",
        Policy.On(new EndpointConfigurationProps { ProductionVariants = [new() { InstanceType = "ml.t3.medium" }] }).Violation());

    [Fact]
    public void A_type_that_is_not_offered_for_its_place_is_a_warning()
    {
        var verdict = Policy.On(Notebook with { InstanceType = "ml.g6e.xlarge" });

        Assert.False(verdict.IsViolation);
        Assert.Contains(
            "instanceType is ml.g6e.xlarge, which SageMaker does not offer for notebook instances as far as this pack knows",
            Assert.Single(verdict.Warnings));
        Policy.On(new AppProps { ResourceSpec = new() { InstanceType = "ml.g6e.xlarge" } }).ShouldBeCompliant();
    }

    [Fact]
    public void The_small_server_of_studio_is_no_instance() =>
        Policy.On(new AppProps { ResourceSpec = new() { InstanceType = "system" } }).ShouldBeCompliant();

    [Fact]
    public void A_secret_type_is_judged_and_not_told()
    {
        var message = Policy.On(Job with
        {
            ResourceConfig = new() { InstanceType = Known<string>.Secret("ml.p4d.24xlarge") },
        }).Violation();

        Assert.Contains("resourceConfig.instanceType is [secret]: too large by default", message);
        Assert.DoesNotContain("p4d", message);
        Assert.DoesNotContain("A100", message);
    }

    [Fact]
    public void What_is_advised_tells_nothing_of_a_secret_type() => Assert.Contains(
        "Use four GPUs at most, such as ml.g5.12xlarge;",
        Policy.On(Job with { ResourceConfig = new() { InstanceType = Known<string>.Secret("ml.p5.4xlarge") } }).Violation());

    [Fact]
    public void The_tags_of_aws_native_are_a_list() => Policy.On(new ResourceViews.AwsNative.SageMaker.ClusterProps
    {
        InstanceGroups = [new() { InstanceType = "ml.p4d.24xlarge", InstanceCount = 1 }],
        Tags = [new() { Key = "model-parameters-billions", Value = "13" }],
    }).ShouldBeCompliant();

    [Fact]
    public void Every_type_that_a_cluster_may_take_is_judged() => Assert.Contains(
        "instanceGroups[0].instanceRequirements.instanceTypes[1] is ml.p5.48xlarge",
        Policy.On(new ResourceViews.AwsNative.SageMaker.ClusterProps
        {
            InstanceGroups = [new() { InstanceRequirements = new() { InstanceTypes = ["ml.g5.xlarge", "ml.p5.48xlarge"] } }],
        }).Violation());

    private static TrainingJobProps JobOn(string type) => Job with { ResourceConfig = new() { InstanceType = type, InstanceCount = 1 } };

    private static Dictionary<string, Known<string>> Model(string billions, string? mode)
    {
        var tags = new Dictionary<string, Known<string>> { ["model-parameters-billions"] = billions };
        if (mode is not null)
        {
            tags["training-mode"] = mode;
        }

        return tags;
    }
}
