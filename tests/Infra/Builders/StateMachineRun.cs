using System.Text.Json.Nodes;

namespace Infra.Tests.Builders;

/// <summary>
/// Runs a state machine definition with made-up results of its tasks: just as much of the Amazon States Language as the
/// definitions of this project use, and a clear exception for anything else. States in JSONPath are run here, the
/// expressions of those in JSONata by its npm package.
/// </summary>
internal sealed class StateMachineRun(JsonObject definition, string executionName = "run")
{
    private readonly List<string> visited = [];

    public IReadOnlyList<string> Visited => visited;

    /// <summary>Parameters or arguments of every task that was entered.</summary>
    public List<JsonObject> Requests { get; } = [];

    /// <summary>What every task that was entered could refer to.</summary>
    public List<JsonObject> Inputs { get; } = [];

    /// <summary>Error and cause of a Fail state.</summary>
    public TaskFailure? Failure { get; private set; }

    public string End => visited[^1];

    /// <summary>Runs to the end.</summary>
    /// <param name="task">Answers a task by the state's name and its arguments: a result, or a <see cref="TaskFailure"/>.</param>
    /// <param name="from">Where to begin, if not at the beginning.</param>
    public async Task<StateMachineRun> StartAsync(JsonNode input, Func<string, JsonObject, JsonNode> task, string? from = null)
    {
        var data = input.DeepClone();
        var next = from ?? (string?)definition["StartAt"];
        while (next is not null)
        {
            visited.Add(next);
            Assert.True(visited.Count < 50, "The state machine does not end.");
            var state = definition["States"]![next]?.AsObject() ?? throw new InvalidOperationException($"No state {next}.");
            var answer = Answer(next, task);
            (next, data) = await LanguageOf(state).RunAsync(state, data, answer);
        }

        return this;
    }

    private IStateLanguage LanguageOf(JsonObject state) =>
        (string?)(state["QueryLanguage"] ?? definition["QueryLanguage"]) == "JSONata"
            ? new JsonataStates(executionName, failure => Failure = failure)
            : new JsonPathStates(failure => Failure = failure);

    private TaskAnswer Answer(string name, Func<string, JsonObject, JsonNode> task) => (state, arguments, input) =>
    {
        Requests.Add(arguments);
        Inputs.Add(input.DeepClone().AsObject());
        try
        {
            return (task(name, arguments).DeepClone(), null, null);
        }
        catch (TaskFailure failure)
        {
            var catcher = state["Catch"]?.AsArray().FirstOrDefault(candidate =>
                candidate!["ErrorEquals"]!.AsArray().Any(error => Catches((string)error!, failure.Error)))?.AsObject();
            if (catcher is null)
                visited.Add($"({failure.Error})");
            return (null, failure, catcher);
        }
    };

    /// <summary>States.TaskFailed stands for every error of a task but a timeout, States.ALL for that too.</summary>
    private static bool Catches(string caught, string error) =>
        caught == error || caught == "States.ALL" || (caught == "States.TaskFailed" && error != "States.Timeout");
}

/// <summary>Runs single states of one query language.</summary>
internal interface IStateLanguage
{
    /// <returns>The state that follows, null at an end, and its input.</returns>
    Task<(string? Next, JsonNode Data)> RunAsync(JsonObject state, JsonNode data, TaskAnswer task);
}

/// <summary>Does a task: its result, or its failure with what catches it, if anything does.</summary>
internal delegate (JsonNode? Result, TaskFailure? Failure, JsonObject? Catcher) TaskAnswer(
    JsonObject state, JsonObject arguments, JsonNode input);

/// <summary>A task that ends with an error.</summary>
internal sealed class TaskFailure(string error, string cause) : Exception(cause)
{
    public string Error { get; } = error;

    public string Cause { get; } = cause;
}
