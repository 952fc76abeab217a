using Infra.Cleanup;
using Infra.Tests.Builders;
using Interop;

namespace Infra.Tests.Cleanup;

public class SweeperDefinitionTests
{
    private static readonly SweptEndpoint Idle = new("old-demo");

    [SkippableFact]
    public async Task An_endpoint_without_a_request_is_reported_and_stays()
    {
        var sweep = await SweeperRun.Of(Idle, new("search") { Metrics = Calls("Invocations", "v1") });

        Assert.Equal("Idle endpoints: 1", sweep.Subject);
        Assert.Equal(
            """
            These endpoints cost money and got no request since 2026-11-02:
            - old-demo, created 2026-10-01
            Nothing was deleted: sweeper.delete is false. The tag keep=true keeps an endpoint out of this list.

            """.ReplaceLineEndings("\n"),
            sweep.Message);
        Assert.Empty(sweep.Deleted);
    }

    [SkippableFact]
    public async Task Without_a_finding_nobody_is_told()
    {
        var sweep = await SweeperRun.Of(new SweptEndpoint("search") { Metrics = Calls("Invocations", "v1") });

        Assert.Null(sweep.Message);
        Assert.Equal("Done", sweep.Run.End);
    }

    [SkippableFact]
    public async Task An_account_without_endpoints_is_fine() => Assert.Equal("Done", (await SweeperRun.Of()).Run.End);

    [SkippableTheory]
    [InlineData("2026-11-02T06:00:00.001Z", false)]
    [InlineData("2026-11-02T05:59:59.999Z", true)]
    public async Task Missing_data_says_something_only_of_an_endpoint_older_than_the_window(string created, bool isIdle) =>
        Assert.Equal(isIdle, (await SweeperRun.Of(Idle with { Created = created })).Message is not null);

    [SkippableFact]
    public async Task The_window_is_what_the_settings_say()
    {
        var sweep = await SweeperRun.Of(new() { WindowDays = 30 }, [Idle]);

        var request = sweep.Requests("ReadMetrics").Single();
        Assert.Equal("2026-10-10T06:00:00.000Z", (string?)request["StartTime"]);
        Assert.Equal(JsonataStates.StartTime, (string?)request["EndTime"]);
    }

    [SkippableFact]
    public async Task A_call_of_any_variant_is_use() => Assert.Null(
        (await SweeperRun.Of(Idle with { Variants = 3, Metrics = Calls("Invocations", "v3") })).Message);

    [SkippableFact]
    public async Task What_has_no_instance_at_the_moment_costs_nothing_and_is_not_reported()
    {
        Assert.Null((await SweeperRun.Of(Idle with { Instances = 0, IsAsynchronous = true })).Message);
        Assert.Null((await SweeperRun.Of(Idle with { IsServerless = true })).Message);
        Assert.NotNull((await SweeperRun.Of(Idle with { IsServerless = true, ProvisionedConcurrency = 2 })).Message);
        Assert.NotNull((await SweeperRun.Of(Idle with { Instances = null })).Message);
    }

    [SkippableFact]
    public async Task An_asynchronous_endpoint_is_judged_by_what_it_processed_and_what_waits()
    {
        var queue = Idle with { IsAsynchronous = true };

        Assert.NotNull((await SweeperRun.Of(queue)).Message);
        Assert.Null((await SweeperRun.Of(queue with { Metrics = Calls("InvocationsProcessed", "v1") })).Message);
        Assert.Null((await SweeperRun.Of(queue with { Metrics = Calls("ApproximateBacklogSize", "old-demo") })).Message);
        Assert.NotNull((await SweeperRun.Of(queue with { Metrics = Calls("Invocations", "v1") })).Message);
    }

    [SkippableTheory]
    [InlineData("Invocations")]
    [InlineData("InvocationsPerCopy")]
    [InlineData("NoCapacityInvocationFailures")]
    public async Task An_endpoint_of_inference_components_is_judged_by_theirs(string metric)
    {
        var shared = Idle with { Components = ["a", "b"] };

        Assert.Contains("(delete its inference components first)", (await SweeperRun.Of(shared)).Message!, StringComparison.Ordinal);
        Assert.Null((await SweeperRun.Of(shared with { Metrics = Calls(metric, "b") })).Message);
    }

    [SkippableFact]
    public async Task A_single_component_is_asked_for_like_many() => Assert.Null(
        (await SweeperRun.Of(Idle with { Components = ["only"], Metrics = Calls("Invocations", "only") })).Message);

    [SkippableFact]
    public async Task Components_beyond_the_first_page_count_too()
    {
        var many = Idle with { Components = [.. Enumerable.Range(1, 150).Select(number => $"c{number}")] };

        var used = await SweeperRun.Of(many with { Metrics = Calls("Invocations", "c150") });

        Assert.Null(used.Message);
        Assert.NotNull((await SweeperRun.Of(many)).Message);
        Assert.All(used.Requests("ReadMetrics"), request => Assert.InRange(request["MetricDataQueries"]!.AsArray().Count, 1, 500));
    }

    [SkippableFact]
    public async Task Endpoints_beyond_the_first_page_are_looked_at()
    {
        SweptEndpoint[] endpoints = [.. Enumerable.Range(1, 7).Select(number => Idle with { Name = $"e{number}" })];

        var sweep = await SweeperRun.Of(new(), endpoints, pageSize: 3);

        Assert.Equal(3, sweep.Requests("ListEndpoints").Count());
        Assert.Equal("Idle endpoints: 7", sweep.Subject);
    }

    [SkippableTheory]
    [InlineData("true", false)]
    [InlineData("True", false)]
    [InlineData("no", true)]
    public async Task The_tag_keep_is_respected(string value, bool isReported)
    {
        var sweep = await SweeperRun.Of(SweeperRun.Deleting, [Idle with { Tags = new Dictionary<string, string> { ["keep"] = value } }]);

        Assert.Equal(isReported, sweep.Message is not null);
        Assert.Equal(isReported, sweep.Deleted.Any());
    }

    [SkippableFact]
    public async Task Deleted_is_only_where_asked_and_only_what_belongs_to_no_stack()
    {
        var own = new SweptEndpoint("Forecasts-1234567");
        var ofAnotherStack = new SweptEndpoint("pricing-7654321")
        {
            Tags = new Dictionary<string, string> { ["component"] = "RealtimeEndpoint" },
        };
        var shared = new SweptEndpoint("shared") { Components = ["a"] };

        var sweep = await SweeperRun.Of(SweeperRun.Deleting, [Idle, own, ofAnotherStack, shared]);

        Assert.Equal(["old-demo"], sweep.Deleted);
        Assert.Equal("Idle endpoints: 4", sweep.Subject);
        Assert.Contains("- old-demo, created 2026-10-01 (it was deleted)\n", sweep.Message!, StringComparison.Ordinal);
        Assert.Contains("- Forecasts-1234567, created 2026-10-01 (it belongs to a stack: ", sweep.Message!, StringComparison.Ordinal);
        Assert.Contains("- pricing-7654321, created 2026-10-01 (it belongs to a stack: ", sweep.Message!, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task What_cannot_be_deleted_is_still_reported() => Assert.Contains(
        "(it could not be deleted: It is gone.)",
        (await SweeperRun.Of(SweeperRun.Deleting, [Idle], ("DeleteEndpoint", "old-demo"))).Message!, StringComparison.Ordinal);

    [SkippableTheory]
    [InlineData("DescribeEndpoint")]
    [InlineData("ReadTags")]
    [InlineData("ReadComponents")]
    [InlineData("ReadMetrics")]
    public async Task What_cannot_be_looked_at_is_kept_and_the_others_are_judged(string state)
    {
        var sweep = await SweeperRun.Of(SweeperRun.Deleting, [new("hidden"), Idle], (state, "hidden"));

        Assert.Equal(["old-demo"], sweep.Deleted);
        Assert.EndsWith("Not judged:\n- hidden: It is gone.\n", sweep.Message!, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task An_incomplete_answer_is_no_silence()
    {
        var sweep = await SweeperRun.Of(SweeperRun.Deleting, [Idle with { MetricStatus = "InternalError" }]);

        Assert.Empty(sweep.Deleted);
        Assert.Equal(
            "No endpoint is idle.\nNot judged:\n- old-demo: CloudWatch did not answer completely\n", sweep.Message);
    }

    [SkippableTheory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_validator_finds_nothing(bool delete)
    {
        var definition = SweeperDefinition.For(new() { Delete = delete }, SweeperRun.Site);

        Assert.Empty(await NodeTools.FaultsOfAsync(definition));
        Assert.Equal(delete, definition.ToJsonString().Contains("deleteEndpoint", StringComparison.Ordinal));
    }

    private static Dictionary<(string, string), int> Calls(string metric, string of) => new() { [(metric, of)] = 3 };
}
