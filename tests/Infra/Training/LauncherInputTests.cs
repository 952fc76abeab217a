using System.Text.Json.Nodes;
using Infra.Tests.Builders;
using Infra.Training;

namespace Infra.Tests.Training;

/// <summary>The contract of an execution's input.</summary>
public class LauncherInputTests
{
    private static readonly TrainingFamily Family = Valid.Family with
    {
        HyperParameters = new Dictionary<string, string> { ["epochs"] = "1", ["note"] = "\"50 %} off\"\n$states" },
    };

    [SkippableTheory]
    [InlineData("""{}""", "1")]
    [InlineData("""{ "hyperParameters": {} }""", "1")]
    [InlineData("""{ "hyperParameters": { "epochs": "9" } }""", "9")]
    public async Task Hyperparameters_of_the_execution_win_over_those_of_the_family(string input, string epochs)
    {
        var run = await Start(input);

        Assert.Equal("Trained", run.End);
        Assert.Equal("$.hyperParameters", (string?)run.Requests.Single()["HyperParameters.$"]);
        Assert.Equal(
            new JsonObject { ["epochs"] = epochs, ["note"] = "\"50 %} off\"\n$states" }.ToJsonString(),
            run.Inputs.Single()["hyperParameters"]!.ToJsonString());
    }

    [SkippableFact]
    public async Task A_hyperparameter_that_only_the_execution_has_is_kept()
    {
        var run = await Start("""{ "hyperParameters": { "warmup": "2" } }""");

        Assert.Equal(["epochs", "note", "warmup"], run.Inputs.Single()["hyperParameters"]!.AsObject().Select(entry => entry.Key));
    }

    [SkippableTheory]
    [InlineData("""{ "instanceType": "ml.p5.48xlarge" }""", "The input holds instanceType. ")]
    [InlineData("""{ "hyperParameters": {}, "a": 1, "b": 2 }""", "The input holds a, b. ")]
    [InlineData("""{ "HyperParameters": {} }""", "The input holds HyperParameters. ")]
    [InlineData("""{ "hyperParameters": [] }""", "hyperParameters is no map of texts. ")]
    [InlineData("""{ "hyperParameters": "epochs=1" }""", "hyperParameters is no map of texts. ")]
    [InlineData("""{ "hyperParameters": null }""", "hyperParameters is no map of texts. ")]
    [InlineData("""{ "hyperParameters": { "epochs": 5 } }""", "hyperParameters is no map of texts. ")]
    [InlineData("""{ "hyperParameters": { "epochs": "5", "rate": {} } }""", "hyperParameters is no map of texts. ")]
    [InlineData("""[]""", "The input is no map. ")]
    [InlineData("\"epochs\"", "The input is no map. ")]
    public async Task Anything_else_is_refused_before_a_job_exists(string input, string found)
    {
        var run = await Start(input);

        Assert.Equal(["CheckInput", "InputRefused"], run.Visited);
        Assert.Empty(run.Requests);
        Assert.Equal("InputRefused", run.Failure!.Error);
        Assert.StartsWith(found + "The input may hold hyperParameters, a map from names to texts", run.Failure.Cause, StringComparison.Ordinal);
        Assert.Contains("""{"hyperParameters": {"epochs": "5"}}""", run.Failure.Cause, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task A_cause_stays_within_what_Step_Functions_takes()
    {
        var input = new JsonObject(Enumerable.Range(0, 5000).Select(i => KeyValuePair.Create($"key{i}", (JsonNode?)i)));

        Assert.InRange((await Start(input.ToJsonString())).Failure!.Cause.Length, 1000, 32_768);
    }

    [SkippableTheory]
    [InlineData(2500, "Trained")]
    [InlineData(2501, "InputRefused")]
    public async Task A_text_is_at_most_as_long_as_SageMaker_takes_it(int length, string end) => Assert.Equal(
        end, (await Start(new JsonObject { ["hyperParameters"] = new JsonObject { ["text"] = new string('x', length) } }.ToJsonString())).End);

    private static Task<StateMachineRun> Start(string input) =>
        new StateMachineRun(LauncherDefinition.For(Family, Valid.Site)).StartAsync(
            JsonNode.Parse(input)!, (_, _) => new JsonObject { ["TrainingJobStatus"] = "Completed" });
}
