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

    /// <summary>A preview of this repository's program with other settings of prod.</summary>
    public static async Task<PreviewResult> OfAsync(string settings)
    {
        var folder = Directory.CreateTempSubdirectory("preview-tests-").FullName;
        try
        {
            var project = await File.ReadAllTextAsync(Path.Combine(Built.Root, "Pulumi.yaml"));
            await File.WriteAllTextAsync(
                Path.Combine(folder, "Pulumi.yaml"), project.Replace("main: infra", $"main: {Path.Combine(Built.Root, "infra")}", StringComparison.Ordinal));
            await File.WriteAllTextAsync(Path.Combine(folder, "Pulumi.prod.yaml"), settings.Replace(
                "policies/config/prod.json", Path.Combine(Built.Root, "policies", "config", "prod.json"), StringComparison.Ordinal));
            return await RunAsync("prod", folder);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static Task<PreviewResult> RunAsync(string stack, string? folder = null)
    {
        var entries = typeof(PreviewRun).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Where(metadata => metadata.Key == BuiltProjects.MetadataKey)
            .Select(metadata => metadata.Value!);
        var built = BuiltProjects.Of(entries, Path.GetDirectoryName(Built.Preview)!);
        var output = new List<string>();
        return new PreviewRun(Arguments.Default with { Stack = stack, WorkingDirectory = folder ?? Built.Root }, built, output.Add)
            .RunAsync(CancellationToken.None);
    }
}
