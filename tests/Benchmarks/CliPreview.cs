namespace Benchmarks;

/// <summary>What a pack adds to a preview by the real CLI of a program that costs the CLI itself little: one in YAML.</summary>
internal static class CliPreview
{
    private const int Rounds = 15;
    private const int FolderRounds = 3;
    private const string Program = "good";

    public static Task<IReadOnlyList<Row>> RunAsync(Packs packs) =>
        MeasureAsync([.. packs.All.Select(pack => (pack.Name, pack.Executable))], Rounds);

    /// <summary>Our pack as a folder, which the CLI builds each time: too slow to be measured with the others.</summary>
    public static Task<IReadOnlyList<Row>> FolderAsync(Packs packs) => MeasureAsync(
        [(packs.Native.Name, packs.Native.Executable), ("ours, as a folder", Path.Combine(Packs.Root, "policies"))], FolderRounds);

    private static async Task<IReadOnlyList<Row>> MeasureAsync((string Name, string Path)[] packs, int rounds)
    {
        if (!IsOnPath("pulumi") || !IsOnPath("pulumi-language-yaml"))
        {
            Console.Error.WriteLine("Not measured: pulumi, or pulumi-language-yaml, is not on PATH.");
            return [];
        }

        using var project = new CliProject(Path.Combine(Packs.Root, "tests", "Cli", "Programs", Program));
        await project.InitializeAsync();
        var without = new List<double>();
        var with = packs.ToDictionary(pack => pack, _ => new List<double>());
        for (var round = 0; round <= rounds; round++)
        {
            // Another pack comes first each time, and the preview without one is taken before and after them: what drifts is shared.
            var first = round % packs.Length;
            var before = await project.PreviewAsync();
            foreach (var pack in (IEnumerable<(string, string Path)>)[.. packs[first..], .. packs[..first]])
            {
                with[pack].Add(await project.PreviewAsync("--policy-pack", pack.Path));
            }

            without.Add((before + await project.PreviewAsync()) / 2);
        }

        // Each beside the previews without a pack of its own round; the first round is not counted.
        var rows = packs.Select((pack, index) => new Row(
            "added to pulumi preview", pack.Name, "ms", [.. with[pack].Zip(without, (one, other) => one - other).Skip(1)], index == 0 ? 80 : null));
        return [.. rows, new("the preview without a pack", "pulumi", "ms", without[1..])];
    }

    private static bool IsOnPath(string program) => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .Any(folder => File.Exists(Path.Combine(folder, OperatingSystem.IsWindows() ? $"{program}.exe" : program)));
}
