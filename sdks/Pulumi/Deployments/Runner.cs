using System.Diagnostics.CodeAnalysis;
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
        var errors = await deployment.Tasks.WaitAsync(RunBodyAsync(program));
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
            try
            {
                await LogAsync(error);
                exitCode = FailedAndLogged;
            }
            catch (LogException unsent)
            {
                // What cannot be logged can only be printed; the language host then reports the exit code.
                await Console.Error.WriteLineAsync($"{error}\n{unsent}");
            }
        }

        return exitCode;
    }

    private Task LogAsync(Exception error)
    {
        if (error is LogException)
        {
            throw error;
        }

        var (message, resource) = Describe(error);
        return deployment.Log.WriteAsync(LogSeverity.Error, message, resource);
    }

    [UnconditionalSuppressMessage("SingleFile", "IL3000", Justification = "A program in one file has no place to name.")]
    private static (string Message, Resource? Resource) Describe(Exception error) => error switch
    {
        RunException => (error.Message, null),
        ResourceException { HideStack: true } about => (about.Message, about.Resource),
        ResourceException about => (about.ToString(), about.Resource),
        _ => ($"Running program '{Assembly.GetEntryAssembly()?.Location}' failed with an unhandled exception:\n{error}", null),
    };
}
