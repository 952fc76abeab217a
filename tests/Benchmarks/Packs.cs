using System.Diagnostics;
using System.Reflection;
using Interop;

namespace Benchmarks;

/// <summary>A pack in one of its forms.</summary>
/// <param name="Name">How the table calls it.</param>
/// <param name="Executable">The file that an engine starts with its address.</param>
internal sealed record Pack(string Name, string Executable)
{
    public ProcessStartInfo Start(string engine) => new(Executable, [engine]);
}

/// <summary>The packs that are measured: ours with its whole catalogue, and the one of tests/interop with its eight policies.</summary>
/// <param name="Native">Ours, compiled ahead of time.</param>
/// <param name="Managed">Ours, on the .NET runtime.</param>
/// <param name="Node">The one on the official SDK; null where Node.js or its packages are missing.</param>
internal sealed record Packs(Pack Native, Pack Managed, Pack? Node)
{
    public static string Root { get; } = Metadata("RepositoryRoot");

    public static string Preview { get; } = Metadata("Preview");

    /// <summary>A folder for what measurements write; left out of the repository.</summary>
    public static string Scratch { get; } = Path.Combine(Root, "artifacts", "benchmarks");

    public IEnumerable<Pack> All => Node is { } node ? [Native, Managed, node] : [Native, Managed];

    /// <summary>Publishes our pack in both forms; what has not changed is not compiled again.</summary>
    public static async Task<Packs> PublishAsync()
    {
        Directory.CreateDirectory(Scratch);
        return new(
            new("ours, native", await PublishAsync("policies", "native", "sagemaker-guardrails")),
            new("ours, on .NET", await PublishAsync("policies", "managed", "sagemaker-guardrails", "-p:NativeAot=false")),
            NodePack.WhyNot() is null ? new("official SDK, Node.js", NodePack.WriteExecutable(NodePack.Examples, Scratch)) : null);
    }

    /// <summary>Publishes a project of this repository into a folder of its own.</summary>
    /// <returns>The executable.</returns>
    public static async Task<string> PublishAsync(string project, string form, string name, params string[] properties)
    {
        var folder = Path.Combine(Scratch, form);
        var run = await Finished.RunAsync(Root, "dotnet", ["publish", project, "-o", folder, .. properties]);
        return run.ExitCode == 0
            ? Path.Combine(folder, OperatingSystem.IsWindows() ? $"{name}.exe" : name)
            : throw new InvalidOperationException($"dotnet publish {project} ended with {run.ExitCode}:\n{run.Output}");
    }

    private static string Metadata(string key) => typeof(Packs).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == key).Value!;
}
