namespace Bill.CommandLine;

/// <summary>How a run ended; the numbers are those of the preview.</summary>
internal enum ExitCode
{
    Success = 0,

    /// <summary>A report cannot be read, or is none.</summary>
    Error = 1,

    /// <summary>The command line, or a file that it names, is at fault.</summary>
    Usage = 2,

    Internal = 255,
}
