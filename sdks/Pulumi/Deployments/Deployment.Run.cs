namespace Pulumi;

public sealed partial class Deployment
{
    /// <summary>Runs a program without outputs.</summary>
    /// <returns>The exit code of the process.</returns>
    public static Task<int> RunAsync(Action action) => RunAsync(() =>
    {
        action();
        return Task.CompletedTask;
    });

    /// <summary>Runs a program that gives the stack's outputs.</summary>
    /// <inheritdoc cref="RunAsync(Action)" path="/returns"/>
    public static Task<int> RunAsync(Func<IDictionary<string, object?>> func) => RunAsync(() => Task.FromResult(func()));

    /// <inheritdoc cref="RunAsync(Action)"/>
    public static Task<int> RunAsync(Func<Task> func) => RunAsync(async () =>
    {
        await func();
        return (IDictionary<string, object?>)NoOutputs();
    });

    /// <inheritdoc cref="RunAsync(Func{IDictionary{string, object?}})"/>
    public static Task<int> RunAsync(Func<Task<IDictionary<string, object?>>> func, StackOptions? options = null) =>
        RunProgramAsync(new StackProgram(func, options));

    /// <summary>Runs a stack class: its constructor makes the resources, its properties are the outputs.</summary>
    /// <inheritdoc cref="RunAsync(Action)" path="/returns"/>
    public static Task<int> RunAsync<TStack>()
        where TStack : Stack, new() => RunProgramAsync(StackProgram.Of<TStack>());

    /// <summary>Runs a stack class that a service provider makes.</summary>
    /// <inheritdoc cref="RunAsync(Action)" path="/returns"/>
    public static Task<int> RunAsync<TStack>(IServiceProvider serviceProvider)
        where TStack : Stack => RunProgramAsync(StackProgram.Of<TStack>(serviceProvider));

    private static Dictionary<string, object?> NoOutputs() => [];

    private static async Task<int> RunProgramAsync(StackProgram program)
    {
        if (DeploymentHost.Current is { } host)
        {
            return await RunProgramAsync(program, new(host.Settings, host.Monitor, host.Engine));
        }

        var (settings, monitor, engine) = DeploymentEnvironment.Read();
        using var grpc = new GrpcEngine(monitor, engine);
        var exitCode = await RunProgramAsync(program, new(settings, grpc, grpc));
        if (exitCode != 0)
        {
            // For programs whose entry point does not return what RunAsync returned.
            Environment.ExitCode = exitCode;
        }

        return exitCode;
    }

    private static async Task<int> RunProgramAsync(StackProgram program, DeploymentInstance deployment)
    {
        if (Running.Value is not null)
        {
            throw new InvalidOperationException(
                "A deployment is running already: Deployment.RunAsync can only be called once at a time.");
        }

        Running.Value = deployment;
        return await new Runner(deployment).RunAsync(program);
    }
}
