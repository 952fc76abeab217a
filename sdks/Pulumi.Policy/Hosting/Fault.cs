using System.Text.RegularExpressions;

namespace Pulumi.Policy.Hosting;

/// <summary>What went wrong in a policy and where, in one line: its author sees no more of it.</summary>
internal static partial class Fault
{
    /// <summary>For example "InvalidOperationException: Sequence contains no elements (at MyPolicy.Check, MyPolicy.cs:12)".</summary>
    public static string Describe(Exception exception)
    {
        // The field that could not be set up is in the inner exception.
        var cause = exception is TypeInitializationException { InnerException: { } inner } ? inner : exception;
        return $"{cause.GetType().Name}: {cause.Message}{Place(cause.StackTrace ?? "")}";
    }

    /// <summary>The innermost frame that is not one of .NET itself; empty where there is none. A file shows without its folders.</summary>
    private static string Place(string stackTrace)
    {
        foreach (Match frame in Frame().Matches(stackTrace))
        {
            var method = frame.Groups["method"].Value;
            if (!method.StartsWith("System.", StringComparison.Ordinal))
            {
                var line = frame.Groups["file"].Success ? $", {frame.Groups["file"].Value}:{frame.Groups["line"].Value}" : "";
                return $" (at {method}{line})";
            }
        }

        return "";
    }

    [GeneratedRegex(
        @"^\s*at (?<method>[^(\r\n]+)\([^)\r\n]*\)(?: in [^\r\n]*?(?<file>[^\\/\r\n]+):line (?<line>\d+))?",
        RegexOptions.Multiline)]
    private static partial Regex Frame();
}
