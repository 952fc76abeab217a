namespace Benchmarks;

/// <summary>The offline preview in one of its forms.</summary>
/// <param name="Name">How the table calls it.</param>
/// <param name="Program">The file that is started.</param>
/// <param name="Arguments">What comes before the arguments of a preview.</param>
internal sealed record PreviewForm(string Name, string Program, IReadOnlyList<string> Arguments)
{
    /// <summary>As it is built, with program and policies in its own process.</summary>
    public static PreviewForm OnDotNet { get; } = new("ours, one process", "dotnet", [Packs.Preview]);

    /// <summary>As it is built, with program and policies in processes of their own.</summary>
    public static PreviewForm Isolated { get; } = new("ours, --isolate", "dotnet", [Packs.Preview, "--isolate"]);

    /// <summary>One executable, with program and policies in it; what has not changed is not compiled again.</summary>
    public static async Task<PreviewForm> PublishNativeAsync() =>
        new("ours, native", await Packs.PublishAsync("preview", "preview-native", "sagemaker-preview", "-p:NativeAot=true"), []);

    /// <summary>A preview that finds nothing to refuse.</summary>
    public async Task<Finished> RunAsync(
        string folder, IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? environment = null)
    {
        var run = await Finished.RunAsync(folder, Program, [.. Arguments, .. arguments], environment);
        return run.ExitCode == 0
            ? run
            : throw new InvalidOperationException($"The preview of {folder} ended with {run.ExitCode} ({Name}):\n{run.Output}");
    }
}
