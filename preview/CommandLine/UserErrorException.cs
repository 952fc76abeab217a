namespace Preview.CommandLine;

/// <summary>Ends the run with one message to the user: what was found, what is accepted, what to do.</summary>
internal sealed class UserErrorException(string message, ExitCode exitCode = ExitCode.Error) : Exception(message)
{
    public ExitCode ExitCode { get; } = exitCode;

    public static UserErrorException Usage(string message) => new(message, ExitCode.Usage);
}
