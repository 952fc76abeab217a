namespace Cli.Tests;

/// <summary>A project whose program the CLI starts as it was built. From its own folder every run of the CLI would build it again.</summary>
internal static class LaunchedProject
{
    /// <param name="project">The folder of the project whose settings are taken over.</param>
    /// <param name="program">The program that was built.</param>
    /// <param name="folder">Where the project is written.</param>
    public static void Write(string project, string program, string folder)
    {
        Directory.CreateDirectory(folder);
        var lines = File.ReadAllLines(Path.Combine(project, "Pulumi.yaml"))
            .Where(line => !line.StartsWith("main:", StringComparison.Ordinal))
            .Select(line => line == "runtime: dotnet" ? $"runtime: {{ name: dotnet, options: {{ binary: '{program}' }} }}" : line);
        File.WriteAllLines(Path.Combine(folder, "Pulumi.yaml"), lines);
    }
}
