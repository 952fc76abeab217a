using System.Diagnostics;
using System.Globalization;
using Interop;
using Preview.Tests.Runs;

namespace Preview.Tests.Watch;

/// <summary>A watch over real files that are really edited.</summary>
public sealed class WatchRunTests : IDisposable
{
    private const string Settings = "Pulumi.dev.yaml";

    private readonly SampleProject project = new();

    public void Dispose() => project.Dispose();

    [Fact]
    public async Task What_changes_in_findings_and_cost_is_printed_and_faults_end_nothing()
    {
        using var watch = Watch();
        Assert.Contains("Passed: nothing blocks; $0.00 a month", await watch.NextAsync(), StringComparison.Ordinal);

        Write("  behaviour: no-owner\n");
        var violated = await watch.NextAsync();
        Assert.Contains("Pulumi.dev.yaml:", violated, StringComparison.Ordinal);
        Assert.Contains("✗ new buckets-have-owners  aws:s3:Bucket (data): data has no tag owner", violated, StringComparison.Ordinal);
        Assert.Contains("Resources: 1 changed (data)", violated, StringComparison.Ordinal);
        Assert.Contains("Blocked: 1 mandatory violation", violated, StringComparison.Ordinal);

        Write("  behaviour: no-owner # as it was\n");
        var same = await watch.NextAsync();
        Assert.Equal(1, same.Split('\n').Count(line => line.StartsWith("Nothing changed. Blocked: 1 mandatory violation", StringComparison.Ordinal)));
        Assert.DoesNotContain("new", same, StringComparison.Ordinal);

        Write("  behaviour: [\n");
        Assert.Contains("There is no preview; see the error above.", await watch.NextAsync(), StringComparison.Ordinal);
        Assert.Contains("error: Pulumi.dev.yaml, line 5", watch.Errors, StringComparison.Ordinal);

        Write("  behaviour: throw\n");
        Assert.Contains("the program threw this", await watch.NextAsync(), StringComparison.Ordinal);

        Write("  usage: { data: { storedGb: 100 } }\n");
        var repaired = await watch.NextAsync();
        Assert.Contains("✓ gone buckets-have-owners", repaired, StringComparison.Ordinal);
        Assert.Contains("~ data   not priced → $2.30 and what is not priced  +$2.30  aws:s3:Bucket", repaired, StringComparison.Ordinal);
        Assert.Contains("  total  $0.00 → $2.30  +$2.30", repaired, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_change_during_a_preview_starts_one_more_and_temporary_files_start_none()
    {
        using var watch = Watch();
        await watch.NextAsync();

        Write("  behaviour: no-owner\n");
        await WatchedPreview.UntilAsync(() => watch.ErrorLines("the program printed this") == 2, "the second run");
        Write("  behaviour: unknown-owner\n");
        await watch.NextAsync();
        Assert.Contains("Resources: 1 new (other), 1 changed (data)", await watch.NextAsync(), StringComparison.Ordinal);

        project.Write(".Pulumi.dev.yaml.swp", "of an editor");
        project.Write("index.cs~", "of another");
        project.Write("obj/made.json", "of a build");
        File.SetLastWriteTimeUtc(Path.Combine(project.Folder, Settings), DateTime.UtcNow);
        await Task.Delay(TimeSpan.FromSeconds(2));
        Assert.Equal(3, watch.ErrorLines("the program printed this"));
    }

    [Fact]
    public async Task The_configuration_of_a_pack_is_watched_wherever_it_is()
    {
        var config = Path.Combine(Directory.CreateTempSubdirectory("preview-tests-").FullName, "strict.json");
        try
        {
            await File.WriteAllTextAsync(config, """{ "buckets-have-owners": "mandatory" }""");
            using var watch = Watch("-c", "behaviour=no-owner", "--policy-pack-config", config);
            Assert.Contains("✗ buckets-have-owners", await watch.NextAsync(), StringComparison.Ordinal);

            await File.WriteAllTextAsync(config, """{ "buckets-have-owners": "advisory" }""");
            var advisory = await watch.NextAsync();

            Assert.Contains("✓ gone buckets-have-owners", advisory, StringComparison.Ordinal);
            Assert.Contains("! new buckets-have-owners", advisory, StringComparison.Ordinal);
            Assert.Contains("Passed: nothing blocks", advisory, StringComparison.Ordinal);
        }
        finally
        {
            Directory.Delete(Path.GetDirectoryName(config)!, recursive: true);
        }
    }

    [SkippableFact]
    public async Task An_interrupt_ends_a_watch_that_waits()
    {
        Skip.If(OperatingSystem.IsWindows(), "Windows has no such signal to send to another process.");
        using var watch = Watch();
        await watch.NextAsync();

        Assert.Equal(0, await watch.InterruptAsync());
    }

    [SkippableFact]
    public async Task An_interrupt_ends_the_preview_that_runs_and_its_program_too()
    {
        Skip.If(OperatingSystem.IsWindows(), "Windows has no such signal to send to another process.");
        var file = Path.Combine(Path.GetTempPath(), $"watch-{Guid.NewGuid():N}");
        using var watch = Watch("-c", "behaviour=hang", "-c", $"processIdFile={file}");
        await WatchedPreview.UntilAsync(() => File.Exists(file) && new FileInfo(file).Length > 0, "the program");
        var program = int.Parse(await File.ReadAllTextAsync(file), CultureInfo.InvariantCulture);

        var exitCode = await watch.InterruptAsync();

        File.Delete(file);
        Assert.Equal(0, exitCode);
        await WatchedPreview.UntilAsync(() => !IsRunning(program), "the end of the program");
    }

    [SkippableFact]
    public async Task A_program_of_Node_is_previewed_again_when_its_source_is_saved()
    {
        NodeTools.Require();
        Skip.If(OperatingSystem.IsWindows(), "A link to node_modules needs a privilege there.");
        var folder = Directory.CreateTempSubdirectory("preview-tests-").FullName;
        try
        {
            foreach (var file in Directory.GetFiles(NodePack.Program))
            {
                File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
            }

            Directory.CreateSymbolicLink(Path.Combine(folder, "node_modules"), Path.Combine(NodePack.Folder, "node_modules"));
            var program = Path.Combine(folder, "index.js");
            using var watch = new WatchedPreview(folder, "--policy-pack", "sagemaker-guardrails");
            await watch.NextAsync();

            await File.WriteAllTextAsync(program, (await File.ReadAllTextAsync(program)).Replace("volumeSize: 20", "volumeSize: 50", StringComparison.Ordinal));
            var larger = await watch.NextAsync();

            Assert.StartsWith("\nindex.js:\n", larger, StringComparison.Ordinal);
            Assert.Contains("Resources: 1 changed (notebook)", larger, StringComparison.Ordinal);
            Assert.Matches(@"~ notebook +\$12\.76 → \$\d+\.\d\d  \+\$\d\.\d\d", larger);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private WatchedPreview Watch(params string[] arguments) => new(project.Folder, ["--policy-pack", Built.SamplePack, .. arguments]);

    private void Write(string settings) => project.Write(Settings, $$"""
        config:
          aws:region: eu-west-1
          token: { secure: v1:not-read }
        {{settings}}
        """);

    private static bool IsRunning(int id)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            return !process.HasExited;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
