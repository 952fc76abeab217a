using System.Text.Json.Nodes;
using Emulator.Tests.Account;

namespace Emulator.Tests.StateMachines;

/// <summary>The machines of all stacks that are written in JSONata, run with everything that starts them, and what they start in turn.</summary>
internal static class MachineRuns
{
    /// <summary>A month after the stacks were deployed, so that nothing is too young to be looked at.</summary>
    private static readonly TimeSpan Age = TimeSpan.FromDays(30);

    public static async Task<IReadOnlyList<(StateMachine Machine, MachineRun Run)>> OfAsync(AwsAccount account, IEnumerable<DeployedStack> stacks)
    {
        var now = DateTimeOffset.UtcNow + Age;
        var runs = new List<(StateMachine, MachineRun)>();
        foreach (var stack in stacks)
        {
            var machines = StateMachine.AllOf(stack).ToArray();
            var job = await TrainingJobs.CreateAsync(account, machines, now);
            var waiting = new Queue<(StateMachine Machine, MachineStart Start)>(
                from machine in machines
                where machine.IsJsonata
                from start in MachineStart.AllOf(machine, stack, job)
                select (machine, start with { Time = now }));
            while (waiting.TryDequeue(out var next))
            {
                var run = await MachineRun.StartAsync(account, next.Machine, next.Start);
                runs.Add((next.Machine, run));
                foreach (var (started, start) in StartedBy(run, machines))
                    waiting.Enqueue((started, start with { Time = now }));
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
}
