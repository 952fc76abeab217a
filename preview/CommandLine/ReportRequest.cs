namespace Preview.CommandLine;

/// <summary>A report that the user asked for.</summary>
/// <param name="Kind">How it is written.</param>
/// <param name="File">Where to.</param>
internal sealed record ReportRequest(string Kind, string File)
{
    /// <summary>The one report without a file: it goes where GitHub looks for it.</summary>
    public const string GitHub = "github";

    /// <exception cref="UserErrorException">The text is not of the form KIND=FILE.</exception>
    public static ReportRequest Parse(string text) => text.IndexOf('=') is > 0 and var at && at < text.Length - 1
        ? new(text[..at], text[(at + 1)..])
        : throw UserErrorException.Usage($"--report {text} is not of the form KIND=FILE, for example --report markdown=report.md");

    /// <summary>As it was given.</summary>
    public override string ToString() => $"--report {Kind}={File}";
}
