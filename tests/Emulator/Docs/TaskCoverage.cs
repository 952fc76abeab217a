using Emulator.Tests.Account;
using Emulator.Tests.StateMachines;

namespace Emulator.Tests.Docs;

/// <summary>An integration that tasks of the stacks use, and whether the emulator has its operation.</summary>
/// <param name="Runs">Whether a machine called it when it was run.</param>
internal sealed record TaskCoverage(string Resource, AwsCall Found, bool Runs)
{
    public static async Task<IReadOnlyList<TaskCoverage>> OfAsync(DeployedStacks stacks)
    {
        var account = await stacks.AccountAsync();
        var used = (await stacks.AllAsync()).SelectMany(StateMachine.AllOf).SelectMany(machine => machine.Tasks);
        var calls = (await stacks.RunsAsync()).SelectMany(one => one.Run.Calls).Where(call => call.Outcome == CallOutcome.Called).ToArray();
        var found = new List<TaskCoverage>();
        foreach (var task in used.DistinctBy(task => task.Resource).OrderBy(task => task.Resource, StringComparer.Ordinal))
        {
            var operation = await account.FindOperationAsync(task.Resource, task.Arguments);
            var runs = calls.Any(call => call.Service == operation.Service && call.Operation == operation.Operation);
            found.Add(new(task.Resource, operation, runs));
        }

        return found;
    }
}
