using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Runtime.Loader;

namespace Preview.Processes;

/// <summary>A program that was built together with the preview and runs inside of it, which saves the start of a process.</summary>
internal static class InProcessAssembly
{
    /// <summary>Loads the program; what it needs is found beside it, unless the preview has it already.</summary>
    [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = "A native executable has its programs inside (LinkedProjects).")]
    public static Assembly Load(string path)
    {
        var resolver = new AssemblyDependencyResolver(path);
        AssemblyLoadContext.Default.Resolving += (context, name) =>
            resolver.ResolveAssemblyToPath(name) is { } found ? context.LoadFromAssemblyPath(CompiledAhead.Of(found)) : null;
        return AssemblyLoadContext.Default.LoadFromAssemblyPath(CompiledAhead.Of(path));
    }

    /// <summary>Runs its Main to the end, on a thread of its own since Main may block.</summary>
    /// <returns>The exit code.</returns>
    public static Task<int> RunMainAsync(Assembly assembly, params string[] arguments)
    {
        var main = assembly.EntryPoint ?? throw new InvalidOperationException($"{assembly.GetName().Name} has no Main.");
        object?[] parameters = main.GetParameters().Length == 0 ? [] : [arguments];
        return Task.Factory.StartNew(
            () => main.Invoke(null, BindingFlags.DoNotWrapExceptions, binder: null, parameters, culture: null) is int exitCode ? exitCode : 0,
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default);
    }
}
