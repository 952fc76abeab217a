using Emulator.Tests.Account;
using Emulator.Tests.StateMachines;

namespace Emulator.Tests.Docs;

/// <summary>An integration that tasks of the stacks use, and whether the emulator has its operation.</summary>
internal sealed record TaskCoverage(string Resource, AwsCall Found)
{
    public static async Task<IReadOnlyList<TaskCoverage>> OfAsync(DeployedStacks stacks)
    {
        var account = await stacks.AccountAsync();
        var used = (await stacks.AllAsync()).SelectMany(StateMachine.AllOf).SelectMany(machine => machine.Tasks);
        var found = new List<TaskCoverage>();
        foreach (var task in used.DistinctBy(task => task.Resource).OrderBy(task => task.Resource, StringComparer.Ordinal))
            found.Add(new(task.Resource, await account.FindOperationAsync(task.Resource, task.Arguments)));
        return found;
    }
}
