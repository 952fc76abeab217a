namespace Bill.CommandLine;

/// <summary>Ends the run with one message to the user: what was found, what is accepted, what to do.</summary>
internal sealed class BillException(string message, ExitCode exitCode = ExitCode.Error) : Exception(message)
{
    public ExitCode ExitCode { get; } = exitCode;
}
