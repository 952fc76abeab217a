using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Costs.Measured;
using Costs.Plan;
using ResourceViews.Aws.Sagemaker;

namespace Costs.Tests.Measured;

public class MetricRequestTests
{
    private static readonly PlannedResource[] Plan =
        [.. Served.OnInstances("forecasts", "ml.m5.large"), .. Served.Serverless("pricing"), Served.Launcher("ranking", "ml.g5.xlarge", "test--ranking")];

    [Fact]
    public void It_asks_for_the_two_weeks_before_the_last_whole_hour()
    {
        var request = Request(Plan);

        Assert.Equal("2026-11-10T19:00:00Z", (string?)request["StartTime"]);
        Assert.Equal("2026-11-24T19:00:00Z", (string?)request["EndTime"]);
    }

    [Fact]
    public void Ids_are_what_CloudWatch_accepts_and_there_is_one_for_each_query()
    {
        string[] ids = [.. Queries(Plan).Select(query => (string)query["Id"]!)];

        Assert.All(ids, id => Assert.Matches(new Regex("^[a-z][A-Za-z0-9_]{0,254}$"), id));
        Assert.Equal(ids.Length, ids.Distinct().Count());
    }

    [Fact]
    public void The_same_plan_has_the_same_ids_and_another_stack_has_none_of_them()
    {
        PlannedResource[] other = [.. Plan.Select(resource => resource with { Urn = resource.Urn.Replace(":test:", ":dev:", StringComparison.Ordinal) })];

        Assert.Equal(Ids(Plan), Ids(Plan));
        Assert.Empty(Ids(Plan).Intersect(Ids(other)));
    }

    [Fact]
    public void A_name_that_a_deployment_makes_up_is_searched_for()
    {
        var query = Queries(Served.OnInstances("forecasts-m5", "ml.m5.large"))[0];

        Assert.Equal(
            "SEARCH('{\"AWS/SageMaker\",EndpointName,VariantName} EndpointName=forecasts-m5 VariantName=\"main\" "
            + "(MetricName=\"Invocations\" OR MetricName=\"InvocationsPerInstance\" OR MetricName=\"ModelLatency\")', 'Sum', 3600)",
            (string?)query["Expression"]);
        Assert.Equal(
            "test/forecasts-m5/main 2026-11-10T19Z+336h Sum ${PROP('MetricName')} ${PROP('Dim.EndpointName')}", (string?)query["Label"]);
    }

    [Fact]
    public void A_name_that_the_program_gives_is_asked_for_by_name()
    {
        PlannedResource[] plan =
        [
            Planned.Resource("forecasts", new EndpointProps { Name = "forecasts-of-the-company", EndpointConfigName = "forecasts-1" }),
            Served.OnInstances("forecasts", "ml.m5.large")[1],
        ];

        var query = Queries(plan)[0];

        Assert.Equal("Invocations", (string?)query["MetricStat"]!["Metric"]!["MetricName"]);
        Assert.Equal("forecasts-of-the-company", (string?)query["MetricStat"]!["Metric"]!["Dimensions"]![0]!["Value"]);
        Assert.Equal("test/forecasts/main 2026-11-10T19Z+336h Sum Invocations forecasts-of-the-company", (string?)query["Label"]);
    }

    [Fact]
    public void What_AWS_called_an_endpoint_is_a_name_too()
    {
        var plan = Served.OnInstances("forecasts", "ml.m5.large");
        plan[0] = plan[0] with { Outputs = PropertyMap.Build(writer => { writer.WriteName("id"); writer.WriteValue(PropertyValue.Of("forecasts-0123abc")); }) };

        Assert.Equal("forecasts-0123abc", (string?)Queries(plan)[0]["MetricStat"]!["Metric"]!["Dimensions"]![0]!["Value"]);
    }

    [Fact]
    public void Jobs_on_spot_and_on_demand_are_one_family()
    {
        var query = Queries([Served.Launcher("ranking", "ml.g5.xlarge", "prod--ranking")])[2];

        Assert.Equal(
            "SEARCH('{\"/aws/sagemaker/TrainingJobs\",Host} (Host=prod-ranking-spot OR Host=prod-ranking-full) MetricName=\"GPUUtilization\"', 'Average', 3600)",
            (string?)query["Expression"]);
    }

    [Fact]
    public void Trials_of_a_search_and_single_jobs_are_families_as_well()
    {
        var watched = WatchedPlan.Of(
        [
            Planned.Resource("search", new HyperParameterTuningJobProps
            {
                Name = "test-search",
                TrainingJobDefinition = new() { ResourceConfig = new() { InstanceType = "ml.g5.xlarge" } },
            }),
            Planned.Resource("once", new TrainingJobProps { TrainingJobName = "test-once", ResourceConfig = new() { InstanceType = "ml.g5.xlarge" } }),
        ]);

        Assert.Equal(["test-search-", "test-once"], watched.Families.SelectMany(family => family.JobNames));
        Assert.True(watched.Families[0].Fits("test-search-001-0a1b2c3d"));
        Assert.False(watched.Families[1].Fits("test-once-more"));
    }

    [Fact]
    public void Jobs_that_are_named_elsewhere_are_not_watched_and_that_is_said()
    {
        var launcher = Served.Launcher("ranking", "ml.g5.xlarge", "prod--ranking");
        var definition = launcher.Inputs["definition"].AsString()!.Replace("States.Format('prod--ranking--spot-{}', States.UUID())", "$.name", StringComparison.Ordinal);
        launcher = launcher with { Inputs = launcher.Inputs.With("definition", PropertyValue.Of(definition)) };

        var watched = WatchedPlan.Of([launcher]);

        Assert.Equal(["prod--ranking--full-"], Assert.Single(watched.Families).JobNames.ToArray());
        Assert.Equal("what its training jobs are called is not known before they run", Assert.Single(watched.NotWatched).Because);
    }

    [Theory]
    [InlineData("""{"TrainingJobName.$": "States.Format('prod--a--spot-{}', States.UUID())"}""", "prod--a--spot-")]
    [InlineData("""{"TrainingJobName": "{% 'prod-a-' & $uuid() %}"}""", "prod-a-")]
    [InlineData("""{"TrainingJobName": "always"}""", "always")]
    [InlineData("""{"TrainingJobName.$": "$.name"}""", null)]
    [InlineData("""{"TrainingJobName": "{% $name %}"}""", null)]
    [InlineData("{}", null)]
    [InlineData("[]", null)]
    public void What_names_begin_with_is_read_from_the_definition(string request, string? prefix)
    {
        using var document = System.Text.Json.JsonDocument.Parse(request);

        Assert.Equal(prefix, Costs.Mappers.SageMaker.Jobs.JobNamePrefix.In(document.RootElement));
    }

    [Fact]
    public void Calls_of_inference_components_are_not_asked_of_the_variant()
    {
        var plan = Served.Endpoint("assistant", new() { VariantName = "main", InstanceType = "ml.g5.xlarge" });

        Assert.True(Assert.Single(WatchedPlan.Of(plan).Variants).HasComponents);
        Assert.DoesNotContain(Queries(plan), query => query.ToJsonString().Contains("Invocations", StringComparison.Ordinal));
    }

    [Fact]
    public void A_stack_without_endpoints_and_jobs_has_nothing_to_ask() => Assert.Equal(
        "The stack test has no endpoints and no training jobs whose names are known, so there is nothing to measure.",
        Assert.Throws<MetricsException>(() => Request([Planned.Component("empty")])).Message);

    [Fact]
    public void More_queries_than_a_request_may_have_are_refused()
    {
        PlannedResource[] plan = [.. Enumerable.Range(0, 126).SelectMany(number => Served.OnInstances($"e{number}", "ml.m5.large"))];

        Assert.StartsWith(
            "The stack test takes 504 queries of metrics (126 variants of endpoints, 0 families of training jobs), and one request of CloudWatch may have 500.",
            Assert.Throws<MetricsException>(() => Request(plan)).Message, StringComparison.Ordinal);
    }

    private static string[] Ids(PlannedResource[] plan) => [.. Queries(plan).Select(query => (string)query["Id"]!)];

    private static JsonObject Request(PlannedResource[] plan) => JsonNode.Parse(MetricRequest.For(plan, CloudMetrics.Now).Span)!.AsObject();

    private static JsonObject[] Queries(PlannedResource[] plan) => [.. Request(plan)["MetricDataQueries"]!.AsArray().Select(query => query!.AsObject())];
}
