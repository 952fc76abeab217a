namespace Preview.Programs;

/// <summary>A Pulumi program, wherever it runs.</summary>
internal interface IProgram
{
    /// <summary>Runs it to its end; it registers its resources with the engine meanwhile.</summary>
    /// <returns>Its exit code: 0, 32 where it has reported its errors to the engine, or anything else.</returns>
    Task<ProgramEnd> RunAsync(CancellationToken cancellation);
}

/// <summary>How a program ended.</summary>
/// <param name="ExitCode">Its exit code.</param>
/// <param name="LastErrors">The last of what it wrote to stderr.</param>
internal sealed record ProgramEnd(int ExitCode, string LastErrors)
{
    /// <summary>The program has told the engine what went wrong.</summary>
    public const int FailedAndReported = 32;
}
