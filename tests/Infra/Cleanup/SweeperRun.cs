using System.Text.Json.Nodes;
using Infra.Cleanup;
using Infra.Tests.Builders;

namespace Infra.Tests.Cleanup;

/// <summary>Runs a sweeper's definition on an account's endpoints, on 9 November 2026.</summary>
internal sealed class SweeperRun
{
    private readonly List<(string State, JsonObject Request)> requests = [];

    private SweeperRun(StateMachineRun run) => Run = run;

    public static SweeperSite Site { get; } = new(Valid.Place, "endpoint-sweeper-1234567", OwnEndpoints: ["forecasts-1234567"]);

    public static SweeperSettings Deleting { get; } = new() { Delete = true };

    public StateMachineRun Run { get; }

    /// <summary>The published report, null where none was.</summary>
    public string? Message { get; private set; }

    public string? Subject { get; private set; }

    public IEnumerable<string> Deleted => Requests("DeleteEndpoint").Select(request => (string)request["EndpointName"]!);

    public IEnumerable<JsonObject> Requests(string state) =>
        requests.Where(request => request.State == state).Select(request => request.Request);

    public static Task<SweeperRun> Of(params SweptEndpoint[] endpoints) => Of(new(), endpoints);

    /// <param name="failing">State that fails, for an endpoint.</param>
    public static async Task<SweeperRun> Of(
        SweeperSettings settings, SweptEndpoint[] endpoints, (string State, string Endpoint)? failing = null, int pageSize = 100)
    {
        var run = new StateMachineRun(SweeperDefinition.For(settings, Site));
        var sweep = new SweeperRun(run);
        SweptEndpoint? current = null;
        await run.StartAsync(new JsonObject(), (state, request) =>
        {
            sweep.requests.Add((state, request));
            if (state == "DescribeEndpoint")
                current = endpoints.Single(endpoint => endpoint.Name == (string?)request["EndpointName"]);
            if (failing is { } failure && failure.State == state && failure.Endpoint == current?.Name)
                throw new TaskFailure("SageMaker.SageMakerException", "It is gone.");
            return state switch
            {
                "ListEndpoints" => Page("Endpoints", [.. endpoints.Select(endpoint => (JsonNode)endpoint.Summary)], request, pageSize),
                "DescribeEndpoint" => current!.Describe(),
                "ReadTags" => current!.ListTags(),
                "ReadComponents" => Page(
                    "InferenceComponents",
                    [.. current!.Components.Select(name => (JsonNode)new JsonObject { ["InferenceComponentName"] = name })],
                    request, 100),
                "ReadMetrics" => current!.Measure(request),
                _ => new JsonObject(),
            };
        });
        var report = sweep.Requests("Report").SingleOrDefault();
        (sweep.Subject, sweep.Message) = ((string?)report?[nameof(Subject)], (string?)report?[nameof(Message)]);
        return sweep;
    }

    /// <summary>What AWS answers to a list request: its token says where to go on.</summary>
    private static JsonObject Page(string name, JsonNode[] all, JsonObject request, int size)
    {
        var from = request["NextToken"] is { } token ? int.Parse((string)token!) : 0;
        var answer = new JsonObject { [name] = new JsonArray([.. all.Skip(from).Take(size)]) };
        if (from + size < all.Length)
            answer["NextToken"] = $"{from + size}";
        return answer;
    }
}
