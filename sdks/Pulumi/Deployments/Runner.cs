using System.Reflection;
using Pulumirpc;

namespace Pulumi;

/// <summary>Runs a program to its end and makes an exit code of what happened.</summary>
internal sealed class Runner(DeploymentInstance deployment)
{
    /// <summary>The language host knows by this number that the errors have been logged.</summary>
    private const int FailedAndLogged = 32;

    public async Task<int> RunAsync(StackProgram program)
    {
        deployment.Tasks.Watch(RunBodyAsync(program));
        var errors = await deployment.Tasks.WaitAsync();
        if (errors.Count > 0)
        {
            return await ReportAsync(errors);
        }

        if (deployment.Log.HasErrors)
        {
            return 1;
        }

        await deployment.Monitor.SignalAndWaitForShutdownAsync();
        return 0;
    }

    private async Task RunBodyAsync(StackProgram program)
    {
        var outputs = await program.RunAsync();
        deployment.Outputs = outputs;
        await deployment.SendOutputsAsync(deployment.Stack!, Output.Create(outputs));
    }

    private async Task<int> ReportAsync(IReadOnlyList<Exception> errors)
    {
        var exitCode = 1;
        foreach (var error in errors)
        {
            if (error is LogException)
            {
                // What cannot be logged can only be printed; the language host then reports the exit code.
                await Console.Error.WriteLineAsync($"Error occurred trying to send logging message to engine:\n{error}");
                continue;
            }

            var (message, resource) = Describe(error);
            await deployment.Log.WriteAsync(LogSeverity.Error, message, resource);
            exitCode = FailedAndLogged;
        }

        return exitCode;
    }

    private static (string Message, Resource? Resource) Describe(Exception error) => error switch
    {
        RunException => (error.Message, null),
        ResourceException { HideStack: true } about => (about.Message, about.Resource),
        ResourceException about => (about.ToString(), about.Resource),
        _ => ($"Running program '{Assembly.GetEntryAssembly()?.Location}' failed with an unhandled exception:\n{error}", null),
    };
}
