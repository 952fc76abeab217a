using System.Reflection;
using Preview.CommandLine;
using Preview.Programs;
using Preview.Runs;

namespace Preview.Tests.Runs;

/// <summary>Previews of this repository's stacks, in the process of the tests, for what no report shows.</summary>
internal static class PreviewedStack
{
    private static readonly Lazy<Task<PreviewResult>> ProdRun = new(() => RunAsync("prod"));

    private static readonly Lazy<Task<PreviewResult>> DevRun = new(() => RunAsync("dev"));

    public static Task<PreviewResult> Prod => ProdRun.Value;

    public static Task<PreviewResult> Dev => DevRun.Value;

    private static Task<PreviewResult> RunAsync(string stack)
    {
        var entries = typeof(PreviewRun).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Where(metadata => metadata.Key == BuiltProjects.MetadataKey)
            .Select(metadata => metadata.Value!);
        var built = BuiltProjects.Of(entries, Path.GetDirectoryName(Built.Preview)!);
        var output = new List<string>();
        return new PreviewRun(Arguments.Default with { Stack = stack, WorkingDirectory = Built.Root }, built, output.Add)
            .RunAsync(CancellationToken.None);
    }
}
