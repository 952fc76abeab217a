using Policies.SageMaker.Hosting;
using ResourceViews.Aws.Sagemaker;
using static Policies.Tests.Builders.Endpoints;
using Native = ResourceViews.AwsNative.SageMaker;

namespace Policies.Tests.SageMaker.Hosting;

public class MmeShapeTests
{
    private static readonly MmeShape Policy = new();

    [Fact]
    public void Models_below_a_prefix_on_a_cpu_type_are_compliant() =>
        Assert.Empty(Policy.On(Resource("model", ManyModels), Configuration(OnInstances)));

    [Fact]
    public void A_single_model_may_run_on_anything() => Assert.Empty(
        Policy.On(Resource("model", Archive), Configuration(OnInstances with { InstanceType = "ml.g5.12xlarge" })));

    [Fact]
    public void An_archive_is_not_a_prefix() => Assert.Contains(
        "primaryContainer.modelDataUrl is s3://artifacts/models/live/churn/model.tar.gz, one archive",
        Policy.On(Resource("model", Archive with { PrimaryContainer = Archive.PrimaryContainer with { Mode = "MultiModel" } }))
            .OfOnly("model").Violation());

    [Fact]
    public void A_data_source_takes_the_place_of_no_prefix()
    {
        var model = new Native.ModelProps
        {
            PrimaryContainer = new()
            {
                Mode = "MultiModel",
                ModelDataSource = new() { S3DataSource = new() { S3Uri = "s3://artifacts/models/" } },
            },
        };

        Assert.Contains("modelDataSource is set", Policy.On(Resource("model", model)).OfOnly("model").Violation());
    }

    [Fact]
    public void A_prefix_must_be_there() => Assert.Contains(
        "modelDataUrl is not set",
        Policy.On(Resource("model", new ModelProps { PrimaryContainer = new() { Mode = "MultiModel" } })).OfOnly("model").Violation());

    [Fact]
    public void One_container_of_many_may_serve_many_models()
    {
        ModelContainerProps many = new() { Mode = "MultiModel", ModelDataUrl = "s3://artifacts/models/" };

        Assert.Empty(Policy.On(Resource("model", new ModelProps { Containers = [many, many with { Mode = "SingleModel" }] })));
        Assert.Contains(
            "2 containers have the mode MultiModel",
            Policy.On(Resource("model", new ModelProps { Containers = [many, many] })).OfOnly("model").Violation());
    }

    [Theory]
    [InlineData("ml.g5.12xlarge")]
    [InlineData("ml.p4d.24xlarge")]
    [InlineData("ml.inf2.xlarge")]
    public void Several_gpus_and_other_accelerators_are_a_violation(string type) => Assert.Contains(
        $"productionVariants[0].instanceType is {type}",
        Policy.On(Resource("model", ManyModels), Configuration(OnInstances with { InstanceType = type })).OfOnly("churn-config").Violation());

    [Theory]
    [InlineData("ml.g5.xlarge", false)]
    [InlineData("ml.g4dn.xlarge", false)]
    [InlineData("ml.p3.2xlarge", true)]
    [InlineData("ml.g6.xlarge", true)]
    [InlineData("ml.g99.xlarge", true)]
    [InlineData("ml.c99.xlarge", false)]
    public void One_gpu_that_is_not_listed_is_warned_about(string type, bool isWarned)
    {
        var verdicts = Policy.On(Resource("model", ManyModels), Configuration(OnInstances with { InstanceType = type }));

        Assert.Equal(isWarned, verdicts.Count == 1 && verdicts[0].Verdict.Warning().Contains(type, StringComparison.Ordinal));
    }

    [Fact]
    public void A_serverless_endpoint_serves_one_model() => Assert.Contains(
        "serverless endpoints serve one model each",
        Policy.On(Resource("model", ManyModels), Configuration(Serverless)).OfOnly("churn-config").Violation());

    [Fact]
    public void A_prefix_that_is_not_known_yet_is_unknown() => Policy.On(
            Resource("model", ManyModels with { PrimaryContainer = ManyModels.PrimaryContainer with { ModelDataUrl = Known<string>.Unknown } }))
        .OfOnly("model").ShouldBeUnknown("primaryContainer.modelDataUrl");

    [Fact]
    public void A_mode_that_is_not_known_yet_is_unknown_where_it_decides()
    {
        var model = Archive with { PrimaryContainer = Archive.PrimaryContainer with { Mode = Known<string>.Unknown } };

        Policy.On(Resource("model", model)).OfOnly("model").ShouldBeUnknown("primaryContainer.mode");
        Assert.Empty(Policy.On(Resource("model", ManyModels with
        {
            PrimaryContainer = ManyModels.PrimaryContainer with { Mode = Known<string>.Unknown },
        })));
    }

    [Fact]
    public void The_model_is_found_by_where_its_name_came_from()
    {
        var model = Resource("model", ManyModels with { Name = default(Known<string>) });
        var other = Resource("other", Archive with { Name = default(Known<string>) });
        var config = Configuration(OnInstances with { ModelName = Known<string>.Unknown, InstanceType = "ml.g5.12xlarge" });

        Assert.True(Policy.On(model, other, config.From("productionVariants", model)).OfOnly("churn-config").IsViolation);
        Assert.Empty(Policy.On(model, other, config.From("productionVariants", other)));
        Policy.On(model, other, config.From("productionVariants", model, other))
            .OfOnly("churn-config").ShouldBeUnknown("productionVariants[0].modelName");
    }

    [Fact]
    public void Configurations_of_aws_native_are_looked_at() => Assert.Contains(
        "productionVariants[0].instancePools[0].instanceType is ml.g5.12xlarge",
        Policy.On(Resource("model", ManyModels), Resource("config", new Native.EndpointConfigProps
        {
            ProductionVariants = [new() { ModelName = "churn-model", InstancePools = [new() { InstanceType = "ml.g5.12xlarge" }] }],
        })).OfOnly("config").Violation());

    [Fact]
    public void The_text_of_a_secret_is_not_told()
    {
        var model = Archive with { PrimaryContainer = new() { Mode = "MultiModel", ModelDataUrl = Known<string>.Secret("s3://hush/model.tar.gz") } };

        Assert.DoesNotContain("hush", Policy.On(Resource("model", model)).OfOnly("model").Violation(), StringComparison.Ordinal);
    }
}
