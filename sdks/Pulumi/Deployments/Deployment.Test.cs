using System.Collections.Concurrent;
using Pulumi.Testing;

namespace Pulumi;

public sealed partial class Deployment
{
    /// <summary>Runs a stack class against mocks.</summary>
    /// <returns>Every resource, the stack included, in the order in which they were made.</returns>
    /// <exception cref="RunException">The program logged an error or ended with one.</exception>
    public static async Task<ImmutableArray<Resource>> TestAsync<TStack>(IMocks mocks, TestOptions? options = null)
        where TStack : Stack, new() => (await TestProgramAsync(mocks, options, StackProgram.Of<TStack>())).Resources;

    /// <summary>Runs a program against mocks.</summary>
    /// <returns>Every resource, the stack included, in the order in which they were made, and the stack's outputs.</returns>
    /// <inheritdoc cref="TestAsync{TStack}(IMocks, TestOptions?)" path="/exception"/>
    public static Task<(ImmutableArray<Resource> Resources, IDictionary<string, object?> Outputs)> TestAsync(
        IMocks mocks, TestOptions options, Func<Task<IDictionary<string, object?>>> createResources) =>
        TestProgramAsync(mocks, options, new(createResources, options: null));

    /// <inheritdoc cref="TestAsync(IMocks, TestOptions, Func{Task{IDictionary{string, object?}}})"/>
    public static Task<(ImmutableArray<Resource> Resources, IDictionary<string, object?> Outputs)> TestAsync(
        IMocks mocks, TestOptions options, Func<IDictionary<string, object?>> createResources) =>
        TestAsync(mocks, options, () => Task.FromResult(createResources()));

    /// <summary>Runs a program without outputs against mocks.</summary>
    /// <inheritdoc cref="TestAsync{TStack}(IMocks, TestOptions?)"/>
    public static async Task<ImmutableArray<Resource>> TestAsync(IMocks mocks, TestOptions options, Func<Task> createResources)
    {
        var program = new StackProgram(
            async () =>
            {
                await createResources();
                return NoOutputs();
            },
            options: null);
        return (await TestProgramAsync(mocks, options, program)).Resources;
    }

    /// <inheritdoc cref="TestAsync(IMocks, TestOptions, Func{Task})"/>
    public static Task<ImmutableArray<Resource>> TestAsync(IMocks mocks, TestOptions options, Action createResources) =>
        TestAsync(mocks, options, () =>
        {
            createResources();
            return Task.CompletedTask;
        });

    private static async Task<(ImmutableArray<Resource> Resources, IDictionary<string, object?> Outputs)> TestProgramAsync(
        IMocks mocks, TestOptions? options, StackProgram program)
    {
        var settings = new DeploymentSettings(
            options?.ProjectName ?? "project",
            options?.StackName ?? "stack",
            options?.OrganizationName ?? DeploymentEnvironment.DefaultOrganization,
            options?.RootDirectory,
            options?.IsPreview ?? true,
            DeploymentEnvironment.ReadConfig());
        var engine = new MockEngine();
        var resources = new ConcurrentQueue<Resource>();
        var deployment = new DeploymentInstance(settings, new MockMonitor(mocks, settings), engine)
        {
            ResourceMade = resources.Enqueue,
        };
        await RunProgramAsync(program, deployment);
        return engine.Errors.Count switch
        {
            0 => ([.. resources], deployment.Outputs),
            1 => throw new RunException(engine.Errors.First()),
            _ => throw new AggregateException(engine.Errors.Select(error => new RunException(error))),
        };
    }
}
