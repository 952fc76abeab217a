using Infra.Hosting;
using Infra.Tests.Builders;
using Infra.Training.Jobs;

namespace Infra.Tests;

public class RequiredArtefactsTests
{
    private const string Account = "123456789012";

    [Fact]
    public void A_stack_of_samples_needs_nothing() => Assert.Empty(Of(Valid.Stack with
    {
        ServerlessEndpoints = new Dictionary<string, ServerlessSettings> { ["pricing"] = Valid.Serverless with { SampleModel = true } },
        MultiModelEndpoints = new Dictionary<string, MultiModelSettings> { ["forecasts"] = Valid.MultiModel with { SampleModel = true } },
    }));

    [Fact]
    public void An_endpoint_needs_the_archives_it_is_created_with()
    {
        var needed = Of(Valid.Stack with
        {
            ServerlessEndpoints = new Dictionary<string, ServerlessSettings> { ["pricing"] = Valid.Serverless },
            RealtimeEndpoints = new Dictionary<string, RealtimeSettings> { ["search"] = Valid.Realtime },
            AsyncEndpoints = new Dictionary<string, AsyncSettings> { ["reports"] = Valid.Async },
            MultiModelEndpoints = new Dictionary<string, MultiModelSettings> { ["forecasts"] = Valid.MultiModel },
        });

        Assert.Equal(
            ["asyncEndpoints.reports", "multiModelEndpoints.forecasts", "realtimeEndpoints.search", "serverlessEndpoints.pricing"],
            needed.Keys);
        Assert.Equal(["s3://artifacts/models/live/pricing/model.tar.gz"], needed["serverlessEndpoints.pricing"]);
        Assert.Equal(
            [
                "s3://artifacts/models/live/forecasts/france.tar.gz", "s3://artifacts/models/live/forecasts/spain.tar.gz",
                "s3://artifacts/models/live/forecasts/code/sourcedir.tar.gz",
            ],
            needed["multiModelEndpoints.forecasts"]);
    }

    [Fact]
    public void A_job_that_a_deployment_runs_needs_its_data_and_its_script() => Assert.Equal(
        ["s3://artifacts/datasets/ranking/", "s3://artifacts/code/ranking/sourcedir.tar.gz"],
        Of(Valid.StackWithFamily() with
        {
            TrainingJobs = new Dictionary<string, TrainingJobSettings> { ["baseline"] = Valid.TrainingJob with { Script = "train.py" } },
        })["trainingJobs.baseline"]);

    [Fact]
    public void An_image_of_the_account_s_own_registry_has_to_be_pushed_first()
    {
        const string Image = $"{Account}.dkr.ecr.us-east-1.amazonaws.com/ranking:1";

        var needed = Of(Valid.StackWithFamily(Valid.Family with { Image = Image }));

        Assert.Equal([Image], needed["trainingFamilies.ranking.image"]);
    }

    private static SortedDictionary<string, string[]> Of(StackSettings settings) => new(RequiredArtefacts
        .Of(settings, "artifacts", Account)
        .ToDictionary(needed => needed.Key, needed => needed.Value.ToArray()));
}
