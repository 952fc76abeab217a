using System.Globalization;
using System.Text.Json.Nodes;
using Emulator.Tests.Account;

namespace Emulator.Tests.StateMachines;

/// <summary>
/// Runs a state machine written in JSONata: its tasks call the account, its expressions are evaluated by the <c>jsonata</c> package.
/// Nothing waits, and nothing is tried twice.
/// </summary>
/// <remarks>https://docs.aws.amazon.com/step-functions/latest/dg/transforming-data.html</remarks>
internal sealed class MachineRun
{
    private const int MostStates = 200;

    private readonly AwsAccount account;
    private readonly StateMachine machine;
    private readonly DateTimeOffset time;
    private readonly JsonObject execution;
    private readonly List<string> visited = [];
    private readonly List<AwsCall> calls = [];

    private MachineRun(AwsAccount account, StateMachine machine, DateTimeOffset time, JsonObject execution) =>
        (this.account, this.machine, this.time, this.execution) = (account, machine, time, execution);

    /// <summary>Names of states, in the order they were entered.</summary>
    public IReadOnlyList<string> Visited => visited;

    /// <summary>What the tasks called.</summary>
    public IReadOnlyList<AwsCall> Calls => calls;

    /// <summary>The error that the machine ended with; null where it succeeded.</summary>
    public MachineError? Failure { get; private set; }

    public JsonNode? Result { get; private set; }

    /// <param name="start">Name and input of the execution, and what time it is for it.</param>
    public static async Task<MachineRun> StartAsync(AwsAccount account, StateMachine machine, MachineStart start)
    {
        var run = new MachineRun(account, machine, start.Time, new()
        {
            ["Id"] = $"arn:aws:states:{AwsAccount.Region}:{AwsAccount.Id}:execution:{machine.Name}:{start.Name}",
            ["Name"] = start.Name,
            ["Input"] = start.Input.DeepClone(),
            ["RoleArn"] = machine.RoleArn,
            ["StartTime"] = start.Time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture),
        });
        try
        {
            run.Result = await run.RunAsync(machine.Definition, start.Input, [], item: null);
        }
        catch (MachineErrorException ended)
        {
            run.Failure = ended.Error;
        }

        return run;
    }

    private async Task<JsonNode?> RunAsync(JsonObject states, JsonNode? input, JsonObject variables, JsonObject? item)
    {
        var data = input;
        var next = (string?)states["StartAt"];
        while (next is not null)
        {
            visited.Add(next);
            Assert.True(visited.Count < MostStates, $"{machine.Name} does not end: {string.Join(", ", visited.TakeLast(20))}");
            var scope = new StateScope(next, states["States"]![next]!.AsObject(), data, variables, Context(next, item), time);
            (data, next) = await StepAsync(scope);
        }

        return data;
    }

    private async Task<(JsonNode? Output, string? Next)> StepAsync(StateScope scope)
    {
        var state = scope.State;
        switch ((string?)state["Type"])
        {
            case "Pass" or "Wait" or "Succeed":
                return (await OutputAsync(scope, state, scope.Input), (string?)state["Next"]);
            case "Fail":
                throw new MachineErrorException(new(
                    (string?)await scope.EvaluateAsync(state["Error"]) ?? scope.Name, (string?)await scope.EvaluateAsync(state["Cause"]) ?? ""));
            case "Choice":
                foreach (var rule in state["Choices"]!.AsArray().Select(rule => rule!.AsObject()))
                {
                    if ((bool?)await scope.EvaluateAsync(rule["Condition"]) == true)
                        return (await OutputAsync(scope, rule, scope.Input), (string?)rule["Next"]);
                }

                return state["Default"] is { } otherwise
                    ? (await OutputAsync(scope, state, scope.Input), (string?)otherwise)
                    : throw new MachineErrorException(new("States.NoChoiceMatched", scope.Name));
            case "Task":
                return await GuardedAsync(scope, () => CallAsync(scope));
            case "Map":
                return await GuardedAsync(scope, () => MapAsync(scope));
            case "Parallel":
                return await GuardedAsync(scope, () => BranchesAsync(scope));
            default:
                throw new NotSupportedException($"{scope.Name} is a state of type {state["Type"]}.");
        }
    }

    /// <summary>What comes after a state that may fail, by its own account or by the first catcher's.</summary>
    private static async Task<(JsonNode? Output, string? Next)> GuardedAsync(StateScope scope, Func<Task<JsonNode?>> work)
    {
        try
        {
            scope.States["result"] = (await work())?.DeepClone();
            return (await OutputAsync(scope, scope.State, scope.States["result"]), (string?)scope.State["Next"]);
        }
        catch (MachineErrorException failed)
        {
            var catcher = scope.State["Catch"]?.AsArray().FirstOrDefault(
                one => one!["ErrorEquals"]!.AsArray().Any(name => failed.Error.Is((string)name!)))?.AsObject();
            if (catcher is null)
                throw;
            scope.States["errorOutput"] = new JsonObject { ["Error"] = failed.Error.Name, ["Cause"] = failed.Error.Cause };
            return (await OutputAsync(scope, catcher, scope.States["errorOutput"]), (string?)catcher["Next"]);
        }
    }

    private async Task<JsonNode?> CallAsync(StateScope scope)
    {
        var arguments = await scope.EvaluateAsync(scope.State["Arguments"]) as JsonObject ?? [];
        var call = await account.InvokeTaskAsync((string)scope.State["Resource"]!, arguments);
        calls.Add(call);
        if (call.Outcome != CallOutcome.Called)
            throw new MachineErrorException(MachineError.Of(call));
        return TrainingJobs.AsTold(call.Answer, execution["Input"] as JsonObject ?? [], time);
    }

    private async Task<JsonNode?> MapAsync(StateScope scope)
    {
        var items = scope.State["Items"] is { } listed ? await scope.EvaluateAsync(listed) : scope.Input;
        var results = new JsonArray();
        var index = 0;
        foreach (var value in items as JsonArray ?? throw new MachineErrorException(new("States.QueryEvaluationError", $"{scope.Name}: no list")))
        {
            var item = new JsonObject { ["Index"] = index++, ["Value"] = value?.DeepClone() };
            var selected = scope.State["ItemSelector"] is { } selector
                ? await (scope with { Context = Context(scope.Name, item) }).EvaluateAsync(selector)
                : value;
            var result = await RunAsync(scope.State["ItemProcessor"]!.AsObject(), selected, (JsonObject)scope.Variables.DeepClone(), item);
            results.Add(result?.DeepClone());
        }

        return results;
    }

    private async Task<JsonNode?> BranchesAsync(StateScope scope)
    {
        var input = scope.State["Arguments"] is { } given ? await scope.EvaluateAsync(given) : scope.Input;
        var results = new JsonArray();
        foreach (var branch in scope.State["Branches"]!.AsArray())
            results.Add((await RunAsync(branch!.AsObject(), input, (JsonObject)scope.Variables.DeepClone(), item: null))?.DeepClone());
        return results;
    }

    /// <summary>Output and assignments see the variables as they were.</summary>
    private static async Task<JsonNode?> OutputAsync(StateScope scope, JsonObject part, JsonNode? otherwise)
    {
        var output = part.ContainsKey("Output") ? await scope.EvaluateAsync(part["Output"]) : otherwise;
        var assigned = await scope.EvaluateAsync(part["Assign"]) as JsonObject ?? [];
        foreach (var (name, value) in assigned)
            scope.Variables[name] = value?.DeepClone();
        return output;
    }

    private JsonObject Context(string state, JsonObject? item)
    {
        var context = new JsonObject
        {
            ["Execution"] = execution.DeepClone(),
            ["State"] = new JsonObject { ["Name"] = state, ["EnteredTime"] = execution["StartTime"]!.DeepClone(), ["RetryCount"] = 0 },
            ["StateMachine"] = new JsonObject { ["Id"] = machine.Arn, ["Name"] = machine.Arn.Split(':')[^1] },
        };
        if (item is not null)
            context["Map"] = new JsonObject { ["Item"] = item.DeepClone() };
        return context;
    }
}
