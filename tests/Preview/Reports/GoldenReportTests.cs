using System.Text;
using System.Text.RegularExpressions;
using Preview.Tests.Imports;
using Preview.Tests.Runs;

namespace Preview.Tests.Reports;

/// <summary>
/// What users see: exit code, stdout, stderr and the files of one run in one text file that is reviewed like code. UPDATE_GOLDEN=1
/// writes them anew.
/// </summary>
public sealed class GoldenReportTests : IDisposable
{
    private const string Report = "report.out";

    private static readonly string Folder = Path.Combine(Built.Root, "tests", "Preview", "Reports", "Golden");

    private readonly SampleProject project = new();

    /// <summary>Each run, by the name of its file; {change} and {events} are what the CLI wrote, and {pack} is a policy pack.</summary>
    private static readonly Dictionary<string, string> Runs = new()
    {
        ["passed-text"] = "-c behaviour=fine --policy-pack {pack}",
        ["passed-color"] = "-c behaviour=fine --policy-pack {pack} --color always",
        ["passed-json"] = "--json --policy-pack {pack}",
        ["passed-markdown"] = "--policy-pack {pack} --report markdown=report.out",
        ["blocked-text"] = "-c behaviour=no-owner --policy-pack {pack}",
        ["blocked-json"] = "-c behaviour=no-owner --json --policy-pack {pack}",
        ["blocked-markdown"] = "-c behaviour=no-owner --policy-pack {pack} --report markdown=report.out",
        ["blocked-sarif"] = "-c behaviour=no-owner --policy-pack {pack} --report sarif=report.out",
        ["blocked-junit"] = "-c behaviour=no-owner --policy-pack {pack} --report junit=report.out",
        ["blocked-html"] = "-c behaviour=no-owner --policy-pack {pack} --report html=report.out",
        ["blocked-github"] = "-c behaviour=no-owner --policy-pack {pack} --report github",
        ["failed-sarif"] = "-c behaviour=log-error --policy-pack {pack} --report sarif=report.out",
        ["failed-junit"] = "-c behaviour=log-error --policy-pack {pack} --report junit=report.out",
        ["failed-html"] = "-c behaviour=log-error --policy-pack {pack} --report html=report.out",
        ["failed-github"] = "-c behaviour=log-error --policy-pack {pack} --report github",
        ["cli-sarif"] = "report --from {change} --events {events} --report sarif=report.out",
        ["cli-html"] = "report --from {change} --events {events} --report html=report.out",
        ["error-github-and-json"] = "--json --report github",
        ["error-github-file"] = "--report github=report.out",
        ["failed-text"] = "-c behaviour=log-error --policy-pack {pack}",
        ["failed-json"] = "-c behaviour=log-error --policy-pack {pack} --json",
        ["failed-markdown"] = "-c behaviour=log-error --policy-pack {pack} --report markdown=report.out",
        ["quiet-markdown"] = "--policy-pack {pack} --report markdown=report.out --silent-below 5",
        ["blocked-never-quiet"] = "-c behaviour=no-owner --policy-pack {pack} --report markdown=report.out --silent-below 5",
        ["cli-text"] = "report --from {change} --events {events}",
        ["cli-json"] = "report --from {change} --events {events} --report json=report.out",
        ["cli-markdown"] = "report --from {change} --events {events} --report markdown=report.out",
        ["cli-without-events"] = "report --from {change}",
        ["error-no-from"] = "report",
        ["error-from-missing"] = "report --from nowhere.json",
        ["error-from-yaml"] = "report --from Pulumi.yaml",
        ["error-events-missing"] = "report --from {change} --events nowhere.log",
        ["error-events-empty"] = "report --from {change} --events Pulumi.yaml",
        ["error-from-elsewhere"] = "--from {change}",
        ["error-report-kind"] = "--report markdwon=report.out",
        ["error-report-form"] = "--report markdown",
        ["error-report-folder-missing"] = "--report markdown=nowhere/report.md",
        ["error-report-is-a-folder"] = "--report markdown=.",
        ["error-report-twice"] = "--report markdown=report.out --report json=report.out",
        ["error-report-of-explain"] = "explain data --report markdown=report.out",
        ["error-silent-below"] = "--silent-below much",
        ["error-stack"] = "proud",
        ["error-stack-twice"] = "dev prod",
        ["error-watch-json"] = "--watch --json",
        ["error-watch-against"] = "--watch dev --against main",
        ["error-watch-of-explain"] = "explain data --watch",
        ["error-option"] = "--polcy-pack x",
        ["error-pack-missing"] = "--policy-pack nowhere --report markdown=report.out",
        ["error-baseline-missing"] = "--baseline nowhere.json --report markdown=report.out",
        ["error-program-throws"] = "-c behaviour=throw --policy-pack {pack}",
        ["error-program-exits"] = "-c behaviour=exit --policy-pack {pack}",
        ["help"] = "--help",
    };

    public static TheoryData<string> Names => [.. Runs.Keys];

    private static bool IsUpdate => Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1";

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_run_is_what_was_reviewed(string name)
    {
        var words = Runs[name].Split(' ').Select(word => word
            .Replace("{change}", Recorded.Change, StringComparison.Ordinal)
            .Replace("{events}", Recorded.ChangeEvents, StringComparison.Ordinal)
            .Replace("{pack}", Built.SamplePack, StringComparison.Ordinal));

        var run = await PreviewProcess.RunAsync(project.Folder, [.. words]);

        Verify(name, run);
        Assert.Equal(File.Exists(Path.Combine(project.Folder, Report)) ? 4 : 3, Directory.GetFiles(project.Folder).Length);
    }

    [Fact]
    public void Every_golden_file_belongs_to_a_run()
    {
        var orphans = Directory.GetFiles(Folder, "*.txt").Where(file => !Runs.ContainsKey(Path.GetFileNameWithoutExtension(file)));
        if (IsUpdate)
            orphans.ToList().ForEach(File.Delete);
        Assert.Empty(orphans);
    }

    public void Dispose() => project.Dispose();

    private void Verify(string name, PreviewProcess run)
    {
        var text = new StringBuilder()
            .Append("preview ").AppendLine(Runs[name])
            .Append("exit code ").Append(run.ExitCode).AppendLine();
        Append(text, "stdout", run.Output);
        Append(text, "stderr", run.Error);
        if (File.Exists(Path.Combine(project.Folder, Report)))
        {
            Append(text, Report, File.ReadAllText(Path.Combine(project.Folder, Report)));
        }

        var actual = text.ToString().ReplaceLineEndings("\n");
        var file = Path.Combine(Folder, $"{name}.txt");
        if (IsUpdate)
            File.WriteAllText(file, actual);
        Assert.Equal(File.ReadAllText(file).ReplaceLineEndings("\n"), actual);
    }

    private void Append(StringBuilder text, string heading, string content) =>
        text.Append("--- ").AppendLine(heading).Append(Steady(content)).Append(content.Length == 0 || content.EndsWith('\n') ? "" : "\n");

    /// <summary>Without what differs from run to run and from machine to machine.</summary>
    private string Steady(string content)
    {
        var text = content.ReplaceLineEndings("\n");
        foreach (var (path, name) in new[]
        {
            (project.Folder, "PROJECT"), (Built.SamplePack, "PACK"), (Path.GetDirectoryName(Recorded.Change)!, "RECORDED"), (Built.Root, "REPOSITORY"),
        })
        {
            text = text.Replace(path, name, StringComparison.Ordinal);
        }

        text = Regex.Replace(text, @"(?m)^(  Duration: +)[\d.]+ s$", "$1N s");
        text = Regex.Replace(text, @"""durationMilliseconds"": \d+", "\"durationMilliseconds\": 0");
        text = Regex.Replace(text, @"(<testsuites .* time="")[\d.]+", "${1}0");
        text = Regex.Replace(text, @"(?m)^\s+at .*\n", "");
        return text.Replace('\\', '/');
    }
}
