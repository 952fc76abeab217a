using Infra.Hosting;
using Infra.Tests.Builders;

namespace Infra.Tests.Hosting;

public class ServerlessEndpointTests
{
    private const string Configuration = "aws:sagemaker/endpointConfiguration:EndpointConfiguration";

    [Fact]
    public async Task The_only_variant_has_memory_and_concurrency_and_nothing_that_belongs_to_instances()
    {
        var configuration = (await Deploy(Valid.Serverless)).Single(Configuration);

        Assert.Equal(1, configuration.Count("productionVariants"));
        Assert.Equal(2048, configuration["productionVariants.0.serverlessConfig.memorySizeInMb"]);
        Assert.Equal(5, configuration["productionVariants.0.serverlessConfig.maxConcurrency"]);
        Assert.All(
            ["instanceType", "initialInstanceCount", "volumeSizeInGb"],
            name => Assert.Null(configuration[$"productionVariants.0.{name}"]));
    }

    [Fact]
    public async Task Nothing_is_kept_warm_unless_asked()
    {
        const string Provisioned = "productionVariants.0.serverlessConfig.provisionedConcurrency";

        Assert.Null((await Deploy(Valid.Serverless)).Single(Configuration)[Provisioned]);
        Assert.Equal(2, (await Deploy(Valid.Serverless with { ProvisionedConcurrency = 2 })).Single(Configuration)[Provisioned]);
    }

    [Fact]
    public async Task The_model_is_an_archive_in_the_endpoint_s_folder_outside_any_network()
    {
        var model = (await Deploy(Valid.Serverless)).Single("aws:sagemaker/model:Model");

        Assert.Equal("SingleModel", model["primaryContainer.mode"]);
        Assert.Equal("s3://artifacts-1234567/models/live/pricing/model.tar.gz", model["primaryContainer.modelDataUrl"]);
        Assert.Null(model["vpcConfig"]);
        Assert.Null(model["enableNetworkIsolation"]);
    }

    [Fact]
    public async Task There_are_no_instances_to_scale() =>
        Assert.Empty((await Deploy(Valid.Serverless)).All("aws:appautoscaling/target:Target"));

    private static Task<DeployedStack> Deploy(ServerlessSettings settings) => DeployedStack.Of(
        Valid.Stack with { ServerlessEndpoints = new Dictionary<string, ServerlessSettings> { ["pricing"] = settings } });
}
