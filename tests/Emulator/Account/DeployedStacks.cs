using Emulator.Tests.StateMachines;
using Infra;
using Infra.Settings;
using Infra.Tests.Builders;
using Pulumi;
using Pulumi.Testing;

namespace Emulator.Tests.Account;

/// <summary>The program with the settings of one file, deployed into the account.</summary>
internal sealed record DeployedStack(string Label, IReadOnlyList<CreatedResource> Resources, IReadOnlyCollection<string> OtherTypes);

/// <summary>
/// All stacks in one account, as dev and prod may be: what has no name of its own to itself fails for the second. They are deployed
/// once, when a test first asks.
/// </summary>
public sealed class DeployedStacks : IDisposable
{
    /// <summary>The stack that has every component and every option.</summary>
    public const string Everything = "everything";

    public static readonly string[] Labels = ["dev", "prod", Everything];

    private readonly Lazy<Task<AwsAccount>> account = new(AwsAccount.OpenAsync);
    private readonly Lazy<Task<IReadOnlyList<DeployedStack>>> stacks;

    private readonly Lazy<Task<IReadOnlyList<(StateMachine Machine, MachineRun Run)>>> runs;

    public DeployedStacks()
    {
        stacks = new(DeployAllAsync);
        runs = new(async () => await MachineRuns.OfAsync(await AccountAsync(), await AllAsync()));
    }

    internal Task<AwsAccount> AccountAsync() => account.Value;

    internal Task<IReadOnlyList<DeployedStack>> AllAsync() => stacks.Value;

    internal async Task<DeployedStack> OfAsync(string label) => (await AllAsync()).Single(stack => stack.Label == label);

    /// <summary>What the stacks' machines did when they were run.</summary>
    internal Task<IReadOnlyList<(StateMachine Machine, MachineRun Run)>> RunsAsync() => runs.Value;

    public void Dispose()
    {
        if (account is { IsValueCreated: true, Value.IsCompletedSuccessfully: true })
            account.Value.Result.Dispose();
    }

    private async Task<IReadOnlyList<DeployedStack>> DeployAllAsync()
    {
        var deployed = new List<DeployedStack>();
        foreach (var label in Labels)
            deployed.Add(await DeployAsync(await AccountAsync(), label));
        return deployed;
    }

    private static async Task<DeployedStack> DeployAsync(AwsAccount account, string label)
    {
        var mocks = new AccountMocks(account, label);
        var options = new TestOptions { ProjectName = StackYaml.Project, StackName = label, IsPreview = false };
        await Deployment.TestAsync(mocks, options, () => Platform.Deploy(Settings(label)));
        return new(label, mocks.Created, mocks.Others);
    }

    private static StackSettings Settings(string label)
    {
        var config = label == Everything
            ? StackYaml.Parse(File.ReadAllText(Path.Combine(StackYaml.RepositoryFolder, "tests", "Emulator", "Stacks", "everything.yaml")))
            : StackYaml.OfStack(label);
        var file = StackFile.Read(StackYaml.Project, config);
        return file.Settings ?? throw new InvalidOperationException($"{label}: {string.Join("; ", file.Faults)}");
    }
}

[CollectionDefinition(Name)]
public sealed class DeployedStacksCollection : ICollectionFixture<DeployedStacks>
{
    public const string Name = "deployed stacks";
}
