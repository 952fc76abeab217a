using System.Diagnostics;

namespace Interop;

/// <summary>Programs and policy packs on Pulumi's own SDK for Node.js, started as its language host starts them.</summary>
internal static class NodePack
{
    /// <summary>The folder tests/interop.</summary>
    public static string Folder { get; } = FindFolder();

    /// <summary>The policy pack of tests/interop.</summary>
    public static string Examples => Path.Combine(Folder, "pack");

    /// <summary>The program of tests/interop.</summary>
    public static string Program => Path.Combine(Folder, "program");

    /// <summary>The programs of tests/interop that do what those of other people do.</summary>
    public static string Shapes => Path.Combine(Folder, "shapes");

    private static string Runner => Path.Combine(Folder, "node_modules", "@pulumi", "pulumi", "cmd", "run-policy-pack");

    /// <summary>Why nothing of this can run here; null where it can.</summary>
    public static string? WhyNot() => FindNode() is null ? "Node.js is not on PATH."
        : !Directory.Exists(Path.Combine(Folder, "node_modules")) ? "The packages are missing: run npm ci in tests/interop."
        : null;

    public static string? FindNode() => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .Select(folder => Path.Combine(folder, OperatingSystem.IsWindows() ? "node.exe" : "node"))
        .FirstOrDefault(File.Exists);

    /// <summary>How the language host starts a policy pack.</summary>
    /// <param name="pack">The folder of the pack.</param>
    /// <param name="engine">The address of the engine.</param>
    public static ProcessStartInfo Start(string pack, string engine) => new(FindNode()!, [Runner, engine, pack]) { WorkingDirectory = pack };

    /// <summary>Writes an executable file that starts a policy pack, for an engine without the language host of Node.js.</summary>
    /// <returns>The file.</returns>
    public static string WriteExecutable(string pack, string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            var command = Path.Combine(folder, "node-pack.cmd");
            File.WriteAllText(command, $"@cd /d \"{pack}\" && \"{FindNode()}\" \"{Runner}\" %* \"{pack}\"\r\n");
            return command;
        }

        var script = Path.Combine(folder, "node-pack");
        File.WriteAllText(script, $"#!/bin/sh\ncd '{pack}' && exec '{FindNode()}' '{Runner}' \"$@\" '{pack}'\n");
        File.SetUnixFileMode(script, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return script;
    }

    private static string FindFolder()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Infra.sln")))
            {
                return Path.Combine(folder.FullName, "tests", "interop");
            }
        }

        throw new InvalidOperationException("The tests do not run inside a checkout.");
    }
}
