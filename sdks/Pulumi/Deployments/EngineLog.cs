using Pulumirpc;

namespace Pulumi;

/// <summary>Sends messages to the engine one after the other, in the order in which they were written.</summary>
internal sealed class EngineLog(IEngine engine, TaskWatch tasks)
{
    private readonly Lock gate = new();
    private Task last = Task.CompletedTask;

    /// <summary>Whether an error was logged: then the program has failed.</summary>
    public bool HasErrors { get; private set; }

    public void Write(
        LogSeverity severity, string message, Resource? resource = null, int? streamId = null, bool? ephemeral = null) =>
        tasks.Watch(WriteAsync(severity, message, resource, streamId, ephemeral));

    public Task WriteAsync(
        LogSeverity severity, string message, Resource? resource = null, int? streamId = null, bool? ephemeral = null)
    {
        HasErrors |= severity == LogSeverity.Error;
        lock (gate)
        {
            last = SendAfterAsync(last, severity, message, resource, streamId, ephemeral);
            return last;
        }
    }

    private async Task SendAfterAsync(
        Task previous, LogSeverity severity, string message, Resource? resource, int? streamId, bool? ephemeral)
    {
        await previous.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        var urn = resource is null ? "" : await UrnOfAsync(resource);
        try
        {
            await engine.LogAsync(new()
            {
                Severity = severity,
                Message = message,
                Urn = urn,
                StreamId = streamId ?? 0,
                Ephemeral = ephemeral ?? false,
            });
        }
        catch (Exception error)
        {
            throw new LogException(error);
        }
    }

    /// <summary>The URN; none where the registration failed, which is reported on its own.</summary>
    private static async Task<string> UrnOfAsync(Resource resource)
    {
        try
        {
            return (await resource.Urn.Data).ValueAs<string>() ?? "";
        }
        catch (Exception)
        {
            return "";
        }
    }
}
