using Policies.Governance;
using ResourceViews.Aws.S3;
using ResourceViews.Aws.Sagemaker;
using ResourceViews.Aws.Sfn;
using static Policies.Tests.Builders.Endpoints;

namespace Policies.Tests.Governance;

public class SameRegionTests
{
    private const string Ours = "us-east-1";
    private const string Theirs = "eu-west-1";

    private static readonly SameRegion Policy = new();

    [Fact]
    public void A_model_from_a_bucket_of_its_own_region_is_compliant() => Assert.Empty(Policy.On(Model(), Bucket(Ours)));

    [Fact]
    public void One_from_another_region_is_a_violation() => Assert.Equal(
        "model: primaryContainer.modelDataUrl names s3://artifacts, which is in eu-west-1, and model is in us-east-1: what goes between "
            + "Regions is billed by the gigabyte, and SageMaker may refuse it. Use one in us-east-1.",
        Policy.On(Model(), Bucket(Theirs)).OfOnly("model").Violation());

    [Fact]
    public void A_bucket_outside_of_the_stack_may_be_anywhere() => Assert.Empty(Policy.On(Model()));

    [Theory]
    [InlineData("763104351884.dkr.ecr.eu-west-1.amazonaws.com/pytorch-inference:2.5.1", true)]
    [InlineData("763104351884.dkr.ecr.us-east-1.amazonaws.com/pytorch-inference:2.5.1", false)]
    [InlineData("https://s3.eu-west-1.amazonaws.com/artifacts/model.tar.gz", true)]
    [InlineData("https://artifacts.s3.us-east-1.amazonaws.com/model.tar.gz", false)]
    [InlineData("example.com/eu-west-1/image", false)]
    public void An_address_says_its_region(string address, bool isElsewhere)
    {
        var model = In(Ours, Resource("model", new ModelProps { PrimaryContainer = new() { Image = address } }));

        Assert.Equal(isElsewhere, Policy.On(model).Count == 1);
    }

    [Fact]
    public void Definitions_are_texts_that_name_many() => Assert.Contains(
        "definition names s3://artifacts, which is in eu-west-1",
        Policy.On(
            In(Ours, Resource("launcher", new StateMachineProps { Definition = """{"S3Uri":"s3://artifacts/datasets/"}""" })),
            Bucket(Theirs)).OfOnly("launcher").Violation());

    [Fact]
    public void Where_the_environment_decides_on_the_region_nothing_is_told() => Assert.Empty(
        Policy.On(Model() with { Provider = null }, Bucket(Theirs)));

    [Fact]
    public void A_resource_may_have_a_region_of_its_own() => Assert.Empty(Policy.On(
        Resource("model", new ModelProps { Region = Theirs, PrimaryContainer = new() { ModelDataUrl = "s3://artifacts/model.tar.gz" } }),
        Bucket(Theirs)));

    [Fact]
    public void A_place_that_is_not_known_yet_is_unknown_where_it_came_from_another_region()
    {
        var model = In(Ours, Resource("model", new ModelProps { PrimaryContainer = new() { ModelDataUrl = Known<string>.Unknown } }));

        Policy.On(model.From("primaryContainer", Bucket(Theirs)), Bucket(Theirs)).OfOnly("model").ShouldBeUnknown("primaryContainer.modelDataUrl");
        Assert.Empty(Policy.On(model.From("primaryContainer", Bucket(Ours)), Bucket(Ours)));
    }

    [Fact]
    public void So_is_a_region_that_is_not_known_yet() => Policy.On(
            Model(),
            Resource("artifacts", new BucketProps { BucketName = "artifacts", Region = Known<string>.Unknown }))
        .OfOnly("model").ShouldBeUnknown("region");

    [Fact]
    public void The_text_of_a_secret_is_not_told()
    {
        var model = In(Ours, Resource("model", new ModelProps { PrimaryContainer = new() { ModelDataUrl = Known<string>.Secret("s3://artifacts/hush") } }));

        var message = Policy.On(model, Bucket(Theirs)).OfOnly("model").Violation();
        Assert.Contains("names something in another Region", message, StringComparison.Ordinal);
        Assert.DoesNotContain("artifacts", message, StringComparison.Ordinal);
    }

    private static PolicyResource Model() => In(Ours, Resource("model", new ModelProps
    {
        PrimaryContainer = new() { ModelDataUrl = "s3://artifacts/models/live/churn/model.tar.gz" },
    }));

    private static PolicyResource Bucket(string region) => In(region, Resource("artifacts", new BucketProps { BucketName = "artifacts" }));

    private static PolicyResource In(string region, PolicyResource resource) => resource with
    {
        Provider = new("pulumi:providers:aws", region, $"urn:pulumi:stack::project::pulumi:providers:aws::{region}", PropertyMap.Of(("region", region))),
    };
}
