using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Pulumirpc;

namespace Preview.Engine.Rpc;

/// <summary>A program or a policy pack says something to the user.</summary>
internal sealed partial class Log(StackState state)
{
    private readonly ConcurrentDictionary<int, string> streams = new();

    public void Answer(LogRequest request)
    {
        // Debug messages are many and for nobody here; ephemeral ones are for a status line.
        if (request.Severity == LogSeverity.Debug || request.Ephemeral)
        {
            return;
        }

        var message = request.Message;
        if (request.StreamId != 0)
        {
            message = streams.AddOrUpdate(request.StreamId, message, (_, before) => before + request.Message);
            if (!message.EndsWith('\n'))
            {
                return;
            }

            streams.TryRemove(request.StreamId, out _);
        }

        state.Report(new(SeverityOf(request.Severity), Plain(message.TrimEnd('\n', '\r')), request.Urn));
    }

    /// <summary>Reports what was begun and has no end.</summary>
    public void Flush()
    {
        foreach (var (stream, message) in streams)
        {
            if (streams.TryRemove(stream, out _))
            {
                state.Report(new(DiagnosticSeverity.Info, Plain(message)));
            }
        }
    }

    /// <summary>Without colours, which Node.js puts into errors: whether there are any is for the report to say, and files have none.</summary>
    private static string Plain(string message) => message.Contains('\e') ? Colour().Replace(message, "") : message;

    [GeneratedRegex(@"\e\[[0-9;]*m")]
    private static partial Regex Colour();

    private static DiagnosticSeverity SeverityOf(LogSeverity severity) => severity switch
    {
        LogSeverity.Error => DiagnosticSeverity.Error,
        LogSeverity.Warning => DiagnosticSeverity.Warning,
        _ => DiagnosticSeverity.Info,
    };
}
