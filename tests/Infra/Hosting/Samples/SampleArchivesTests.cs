using Infra.Hosting;
using Infra.Tests.Builders;

namespace Infra.Tests.Hosting.Samples;

public class SampleArchivesTests
{
    private const string Object = "aws:s3/bucketObjectv2:BucketObjectv2";
    private const string Model = "aws:sagemaker/model:Model";

    [Fact]
    public async Task Nothing_is_uploaded_unless_asked() =>
        Assert.Empty((await Deploy(Valid.Serverless)).All(Object));

    [Fact]
    public async Task The_sample_lies_where_the_endpoint_looks_for_its_model()
    {
        var stack = await Deploy(Valid.Serverless with { SampleModel = true });

        var sample = stack.Single(Object);
        Assert.Equal(
            (string?)stack.Single(Model)["primaryContainer.modelDataUrl"], $"s3://{sample["bucket"]}/{sample["key"]}");
    }

    /// <summary>Whatever else were set would be put back over a real model, and with it the sample.</summary>
    [Fact]
    public async Task Nothing_of_the_object_is_set_but_where_it_is_what_is_in_it_and_whose_it_is()
    {
        var sample = (await Deploy(Valid.Serverless with { SampleModel = true })).Single(Object);

        Assert.Equal(["bucket", "contentBase64", "key", "tags"], sample.Inputs.Keys.Order());
    }

    [Fact]
    public async Task Every_model_of_a_shared_endpoint_gets_one_and_the_container_its_script()
    {
        var stack = await DeployedStack.Of(Valid.Stack with
        {
            MultiModelEndpoints = new Dictionary<string, MultiModelSettings>
            {
                ["forecasts"] = Valid.MultiModel with { SampleModel = true },
            },
        });

        Assert.Equal(
            [
                "models/live/forecasts/code/sourcedir.tar.gz", "models/live/forecasts/france.tar.gz",
                "models/live/forecasts/spain.tar.gz",
            ],
            stack.All(Object).Select(sample => (string)sample["key"]!).Order());
        Assert.Equal(
            "s3://artifacts-1234567/models/live/forecasts/code/sourcedir.tar.gz",
            stack.Single(Model)["primaryContainer.environment.SAGEMAKER_SUBMIT_DIRECTORY"]);
    }

    [Fact]
    public async Task A_scikit_learn_container_is_told_its_script_in_any_case()
    {
        var model = (await Deploy(Valid.Serverless)).Single(Model);

        Assert.Equal("inference.py", model["primaryContainer.environment.SAGEMAKER_PROGRAM"]);
        Assert.Equal("/opt/ml/model/code", model["primaryContainer.environment.SAGEMAKER_SUBMIT_DIRECTORY"]);
    }

    [Fact]
    public async Task What_the_stack_file_says_of_the_script_wins()
    {
        var model = (await Deploy(Valid.Serverless with
        {
            Environment = new Dictionary<string, string> { ["SAGEMAKER_PROGRAM"] = "serve.py" },
        })).Single(Model);

        Assert.Equal("serve.py", model["primaryContainer.environment.SAGEMAKER_PROGRAM"]);
    }

    [Fact]
    public async Task Other_containers_are_told_nothing()
    {
        var model = (await Deploy(Valid.Serverless with { Image = Valid.TrainingImage })).Single(Model);

        Assert.Null(model["primaryContainer.environment.SAGEMAKER_PROGRAM"]);
    }

    [Fact]
    public void Another_container_is_refused_the_sample()
    {
        var settings = Valid.Serverless with { Image = Valid.TrainingImage, SampleModel = true };

        var fault = Assert.Single(settings.Inconsistencies("pricing"));

        Assert.Equal(
            "pricing.sampleModel is true; accepted: false, or an image of sagemaker-scikit-learn: the sample is made for that container",
            fault.ToString());
    }

    private static Task<DeployedStack> Deploy(ServerlessSettings settings) => DeployedStack.Of(
        Valid.Stack with { ServerlessEndpoints = new Dictionary<string, ServerlessSettings> { ["pricing"] = settings } });
}
