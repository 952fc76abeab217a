using System.Text.Json;
using Preview.Engine;

namespace Preview.Imports;

/// <summary>What the CLI told of a run.</summary>
internal static class CliDiagnostic
{
    /// <summary>Null for what only its developers want to know.</summary>
    public static Diagnostic? Of(JsonElement told)
    {
        var (severity, name) = told.Text("severity") switch
        {
            "error" => (DiagnosticSeverity.Error, "error"),
            "warning" => (DiagnosticSeverity.Warning, "warning"),
            "debug" => (DiagnosticSeverity.Info, ""),
            _ => (DiagnosticSeverity.Info, "info"),
        };
        var message = told.Text("message").Trim();
        message = message.StartsWith($"{name}: ", StringComparison.Ordinal) ? message[(name.Length + 2)..].TrimStart() : message;
        return name.Length == 0 || message.Length == 0 ? null : new(severity, message, told.Text("urn"));
    }
}
