namespace Preview.Tests.Runs;

/// <summary>Files that were built together with the tests.</summary>
internal static class Built
{
    /// <summary>The repository that the tests were built in.</summary>
    public static string Root { get; } = FindRoot();

    public static string Preview { get; } = Output("preview", "Preview.dll");

    public static string SampleProgram { get; } = Output("tests/SampleProgram", "SampleProgram.dll");

    public static string SamplePack { get; } = Output("tests/SamplePack", "SamplePack.dll");

    public static string PeerProgram { get; } = Output("tests/PeerProgram", "PeerProgram.dll");

    public static string PeerPack { get; } = Output("tests/PeerPack", "PeerPack.dll");

    private static string Output(string project, string file)
    {
        // .../tests/Preview/bin/<configuration>/<framework>: the others were built alike.
        var framework = new DirectoryInfo(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory));
        return Path.GetFullPath(Path.Combine(Root, project, "bin", framework.Parent!.Name, framework.Name, file));
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Directory.Packages.props")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("The tests run outside of the repository.");
        }

        return folder.FullName;
    }
}
