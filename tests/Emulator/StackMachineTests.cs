using System.Text.Json.Nodes;
using Emulator.Tests.Account;
using Emulator.Tests.StateMachines;
using Interop;

namespace Emulator.Tests;

/// <summary>
/// The stacks' own machines, started by what starts them in a stack, a month after it was deployed: what they call is done in the account.
/// </summary>
[Collection(DeployedStacksCollection.Name)]
public class StackMachineTests(DeployedStacks stacks)
{
    [SkippableFact]
    public async Task What_machines_call_is_done()
    {
        NodeTools.Require();
        var faults = new List<string>();

        foreach (var (machine, run) in await RunsAsync())
        {
            // Where the emulator lacks an operation, the run ends with it unless the machine goes on by itself.
            var lacking = run.Calls.LastOrDefault()?.Outcome == CallOutcome.OnlyChecked;
            if (run.Failure is { } failure && !lacking)
                faults.Add($"{machine.Name}: {failure.Name}: {failure.Cause} after {string.Join(", ", run.Visited)}");
            faults.AddRange(run.Calls.Where(call => call.Outcome == CallOutcome.Refused).Select(call => $"{machine.Name}: {call}"));
        }

        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    [SkippableFact]
    public async Task No_machine_touches_the_endpoints_of_a_stack()
    {
        NodeTools.Require();
        var account = await stacks.AccountAsync();

        await RunsAsync();

        var there = (await account.CallAsync("sagemaker", "ListEndpoints", new() { ["MaxResults"] = 100 })).Answer["Endpoints"]!.AsArray()
            .Select(endpoint => (string)endpoint!["EndpointName"]!);
        var created =
            from stack in await stacks.AllAsync()
            from resource in stack.Resources
            from call in resource.Calls
            where call is { Operation: "CreateEndpoint", Outcome: CallOutcome.Called }
            select (string)call.Request["EndpointName"]!;
        Assert.Empty(created.Except(there));
    }

    /// <summary>Every machine with everything that starts it, and with what it starts itself.</summary>
    private async Task<IReadOnlyList<(StateMachine Machine, MachineRun Run)>> RunsAsync()
    {
        var account = await stacks.AccountAsync();
        var runs = new List<(StateMachine, MachineRun)>();
        foreach (var stack in await stacks.AllAsync())
        {
            var machines = StateMachine.AllOf(stack).ToArray();
            foreach (var machine in machines.Where(machine => machine.IsJsonata))
            {
                var job = await JobAsync(account, machines);
                var waiting = new Queue<(StateMachine Machine, MachineStart Start)>(
                    MachineStart.AllOf(machine, stack, job).Select(start => (machine, start with { Time = DateTimeOffset.UtcNow.AddDays(30) })));
                while (waiting.TryDequeue(out var next))
                {
                    var run = await MachineRun.StartAsync(account, next.Machine, next.Start);
                    runs.Add((next.Machine, run));
                    foreach (var (started, start) in StartedBy(run, machines))
                        waiting.Enqueue((started, start with { Time = next.Start.Time }));
                }
            }
        }

        return runs;
    }

    private static IEnumerable<(StateMachine Machine, MachineStart Start)> StartedBy(MachineRun run, StateMachine[] machines) =>
        from call in run.Calls
        where call is { Operation: "StartExecution", Outcome: CallOutcome.Called }
        let machine = machines.FirstOrDefault(machine => machine.Arn == (string?)call.Request["stateMachineArn"])
        where machine is { IsJsonata: true }
        let input = (string?)call.Request["input"] ?? "{}"
        select (machine, new MachineStart((string?)call.Request["name"] ?? "started", JsonNode.Parse(input)!.AsObject()));

    /// <summary>A job at the full price under the role that a launcher of the stack passes to its own.</summary>
    private static async Task<JsonObject> JobAsync(AwsAccount account, StateMachine[] machines)
    {
        var role = machines.SelectMany(machine => machine.Tasks)
            .Where(task => task.Resource.Contains(":createTrainingJob", StringComparison.Ordinal))
            .Select(task => (string?)task.Arguments["RoleArn"])
            .FirstOrDefault(arn => arn?.StartsWith("arn:", StringComparison.Ordinal) == true) ?? "arn:aws:iam::123456789012:role/somebody-else";
        var name = $"by-hand-{Guid.NewGuid():N}";
        var created = await account.CallAsync("sagemaker", "CreateTrainingJob", new()
        {
            ["TrainingJobName"] = name,
            ["AlgorithmSpecification"] = new JsonObject { ["TrainingImage"] = "123456789012.dkr.ecr.us-east-1.amazonaws.com/image:1", ["TrainingInputMode"] = "File" },
            ["RoleArn"] = role,
            ["OutputDataConfig"] = new JsonObject { ["S3OutputPath"] = "s3://bucket/output" },
            ["ResourceConfig"] = new JsonObject { ["InstanceType"] = "ml.g5.12xlarge", ["InstanceCount"] = 1, ["VolumeSizeInGB"] = 10 },
            ["StoppingCondition"] = new JsonObject { ["MaxRuntimeInSeconds"] = 3600 },
        });
        Assert.Equal(CallOutcome.Called, created.Outcome);
        return (await account.CallAsync("sagemaker", "DescribeTrainingJob", new() { ["TrainingJobName"] = name })).Answer;
    }
}
