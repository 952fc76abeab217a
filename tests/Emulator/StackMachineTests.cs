using Emulator.Tests.Account;
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

        foreach (var (machine, run) in await stacks.RunsAsync())
        {
            // Where the emulator lacks an operation, the run ends with it unless the machine goes on by itself.
            var lacking = run.Calls is [.., { Outcome: CallOutcome.OnlyChecked }];
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

        await stacks.RunsAsync();

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
}
