namespace Preview.Processes;

/// <summary>Programs that the preview starts others with.</summary>
internal static class Executables
{
    /// <summary>The dotnet that runs this process, or the one on PATH.</summary>
    public static string Dotnet { get; } =
        Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") is { Length: > 0 } host && File.Exists(host)
            ? host
            : Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet" ? Environment.ProcessPath! : "dotnet";

    public const string Node = "node";

    public const string Git = "git";
}
