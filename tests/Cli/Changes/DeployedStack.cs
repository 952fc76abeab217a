using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace Cli.Tests.Changes;

/// <summary>A stack with one of everything that is brought up once; every change starts there, in a copy of its own.</summary>
public sealed class DeployedStack : IDisposable
{
    private readonly Lazy<Task<StackCopy>> deployed = new(DeployAsync);
    private readonly Dictionary<string, Task<ChangedStack>> changes = [];

    internal async Task<StackCopy> CopyAsync() => (await deployed.Value).Copy();

    /// <summary>What came of a change; it is made once.</summary>
    internal Task<ChangedStack> AfterAsync(Change change)
    {
        if (!changes.TryGetValue(change.Title, out var found))
        {
            changes[change.Title] = found = MakeAsync(change);
        }

        return found;
    }

    public void Dispose()
    {
        if (deployed is { IsValueCreated: true, Value.IsCompletedSuccessfully: true })
        {
            deployed.Value.Result.Dispose();
        }
    }

    private static async Task<StackCopy> DeployAsync()
    {
        var stack = await StackCopy.NewAsync(Change.EverySetting);
        var deployment = await stack.UpAsync();
        deployment.Run.Ended(0);
        Assert.Empty(deployment.Refusals);
        return stack;
    }

    private async Task<ChangedStack> MakeAsync(Change change)
    {
        using var stack = await CopyAsync();
        change.Edit(stack.Settings);
        var deployment = await stack.UpAsync();
        deployment.Run.Ended(0);
        return new(deployment, await stack.StateAsync());
    }
}

/// <summary>What was done for a change, and what the exported state then holds.</summary>
internal sealed record ChangedStack(Deployment Done, ImmutableArray<JsonNode> State);

[CollectionDefinition(Name)]
public sealed class DeployedStackCollection : ICollectionFixture<DeployedStack>
{
    public const string Name = "deployed stack";
}
