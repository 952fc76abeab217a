namespace Preview.CommandLine;

/// <summary>How a run ended. The numbers are Pulumi's own.</summary>
internal enum ExitCode
{
    Success = 0,

    /// <summary>A file that is read, the program or a policy pack is missing or at fault.</summary>
    Error = 1,

    /// <summary>
    /// The command line is at fault: an option, a value, a stack or setting that the project does not have, or a place where no report can go.
    /// </summary>
    Usage = 2,

    /// <summary>A mandatory policy is violated.</summary>
    PolicyViolation = 5,

    /// <summary>The user interrupted the run.</summary>
    Cancelled = 8,

    /// <summary>A fault of the preview itself.</summary>
    Internal = 255,
}
