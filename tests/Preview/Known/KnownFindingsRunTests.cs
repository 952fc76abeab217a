using System.Text.Json.Nodes;
using Preview.Tests.Runs;

namespace Preview.Tests.Known;

/// <summary>Known findings as users meet them: a file, exit codes, text and JSON.</summary>
public sealed class KnownFindingsRunTests : IDisposable
{
    private const string Violation = "behaviour=no-owner";

    private readonly SampleProject project = new();

    public void Dispose() => project.Dispose();

    [Fact]
    public async Task A_violation_that_is_written_down_is_shown_and_stops_nothing()
    {
        (await project.PreviewAsync("-c", Violation)).Ended(5);

        var written = (await project.PreviewAsync("-c", Violation, "--write-known-findings", "known.json")).Ended(0);
        var text = (await project.PreviewAsync("-c", Violation, "--known-findings", "known.json")).Ended(0);
        var json = JsonNode.Parse((await project.PreviewAsync("-c", Violation, "--known-findings", "known.json", "--json")).Ended(0).Output)!;

        Assert.Contains("The known findings known.json are written:", written.Error, StringComparison.Ordinal);
        Assert.Contains("Known (", text.Output, StringComparison.Ordinal);
        Assert.Contains("0 mandatory", text.Output, StringComparison.Ordinal);
        Assert.Equal("known", (string)json["policies"]!["findings"]![0]!["kind"]!);
        Assert.NotEqual(0, (int)json["counts"]!["known"]!);
        Assert.Empty(json["policies"]!["gone"]!.AsArray());
    }

    [Fact]
    public async Task What_is_repaired_is_said_to_be_gone()
    {
        (await project.PreviewAsync("-c", Violation, "--write-known-findings", "known.json")).Ended(0);

        var text = (await project.PreviewAsync("--known-findings", "known.json")).Ended(0);

        Assert.Contains("Known before, and gone (", text.Output, StringComparison.Ordinal);
        Assert.Contains("--known-findings known.json --write-known-findings known.json", text.Output, StringComparison.Ordinal);
    }

    /// <summary>A program's working directory is its own folder; files that the command line names are in the user's.</summary>
    [Fact]
    public async Task The_file_is_in_the_folder_of_the_user_where_the_program_has_one_of_its_own()
    {
        var settings = await File.ReadAllTextAsync(Path.Combine(project.Folder, "Pulumi.yaml"));
        project.Write("Pulumi.yaml", $"{settings}\nmain: program\n");
        project.Write(Path.Combine("program", "readme.txt"), "The program is built elsewhere.");

        (await project.PreviewAsync("-c", Violation, "--write-known-findings", "known.json")).Ended(0);
        (await project.PreviewAsync("-c", Violation, "--known-findings", "known.json")).Ended(0);

        Assert.Equal(["known.json"], Directory.GetFiles(project.Folder, "known*").Select(Path.GetFileName));
        Assert.Equal(["readme.txt"], Directory.GetFiles(Path.Combine(project.Folder, "program")).Select(Path.GetFileName));
    }
}
