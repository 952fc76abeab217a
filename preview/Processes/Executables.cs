using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace Preview.Processes;

/// <summary>Programs that the preview starts others with.</summary>
internal static class Executables
{
    /// <summary>The dotnet that runs this process, or the one on PATH.</summary>
    public static string Dotnet { get; } =
        Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") is { Length: > 0 } host && File.Exists(host)
            ? host
            : Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet" ? Environment.ProcessPath! : "dotnet";

    /// <summary>What runs this preview: its own file, or the dotnet that was given its assembly.</summary>
    public static string Self => Environment.ProcessPath ?? Dotnet;

    /// <summary>What <see cref="Self"/> is given before the words of a command line.</summary>
    [UnconditionalSuppressMessage("SingleFile", "IL3000", Justification = "dotnet does not run an executable of one file.")]
    public static ImmutableArray<string> SelfArguments =>
        Path.GetFileNameWithoutExtension(Self) == "dotnet" ? [typeof(Executables).Assembly.Location] : [];

    public const string Node = "node";

    public const string Git = "git";
}
