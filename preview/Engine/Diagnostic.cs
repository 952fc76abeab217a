namespace Preview.Engine;

internal enum DiagnosticSeverity
{
    Info,
    Warning,
    Error,
}

/// <summary>Something that the user is told of a run, besides its policy findings.</summary>
/// <param name="Severity">How much it matters.</param>
/// <param name="Message">The text.</param>
/// <param name="Urn">The resource it is about; empty for the stack.</param>
internal sealed record Diagnostic(DiagnosticSeverity Severity, string Message, string Urn = "");
