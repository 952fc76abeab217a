using Preview.CommandLine;
using Preview.Known;
using Preview.Policies;
using Preview.Programs;
using Preview.Reports;
using Preview.Tests.Builders;
using Preview.Verdicts;

namespace Preview.Tests.Known;

/// <summary>What a stack had when it adopted a pack stops nothing; anything else does.</summary>
public sealed class KnownFindingsTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("preview-known-").FullName;

    private string KnownFile => Path.Combine(folder, "known.json");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void What_is_written_down_blocks_no_more_and_what_is_new_does()
    {
        Accept(Found("lab"));

        Assert.Equal((ExitCode.Success, 1), Count(Judged(Found("lab"))));
        Assert.Equal((ExitCode.PolicyViolation, 1), Count(Judged(Found("lab"), Found("other"))));
    }

    [Fact]
    public void An_advisory_violation_is_known_too_and_what_is_exempt_or_not_known_yet_is_not_accepted()
    {
        var verdict = Accept(Found("a") with { Kind = FindingKind.Advisory }, Found("b") with { Kind = FindingKind.Exempt }, Found("c") with { Kind = FindingKind.CannotTellYet });

        Assert.Equal("a", verdict.Known.Single().ResourceName);
        Assert.Equal((1, 1), (verdict.Exemptions.Length, verdict.CannotTellYet.Length));
    }

    [Fact]
    public void Another_advice_or_amount_after_what_was_found_changes_nothing()
    {
        Accept(Found("lab", "lab: instanceType is ml.p3.2xlarge, expected ml.t3.medium. Each costs $2,000 a month more."));

        Assert.Equal((ExitCode.Success, 1), Count(Judged(Found("lab", "lab: instanceType is ml.p3.2xlarge, expected ml.t3.large. Each costs $3,000 a month more."))));
    }

    [Fact]
    public void Something_else_found_of_the_same_resource_is_new()
    {
        Accept(Found("lab", "lab: instanceType is ml.p3.2xlarge, expected ml.t3.medium."));

        Assert.Equal((ExitCode.PolicyViolation, 0), Count(Judged(Found("lab", "lab: instanceType is ml.p4d.24xlarge, expected ml.t3.medium."))));
    }

    [Fact]
    public void The_part_of_a_name_that_is_made_from_content_does_not_count()
    {
        Accept(Found("train-1a2b3c4d5e"));

        Assert.Equal((ExitCode.Success, 1), Count(Judged(Found("train-9f8e7d6c5b"))));
        Assert.Equal((ExitCode.PolicyViolation, 1), Count(Judged(Found("train-9f8e7d6c5b"), Found("train-0a1b2c3d4e"))));
    }

    [Theory]
    [InlineData("model-20240101", "model-20250101")]
    [InlineData("the-facade", "the-decade")]
    public void Dates_and_words_in_names_do_count(string before, string after)
    {
        Accept(Found(before));

        Assert.Equal((ExitCode.PolicyViolation, 0), Count(Judged(Found(after))));
    }

    [Fact]
    public void What_is_gone_is_said_and_leaves_the_file_when_that_is_written_again_which_accepts_nothing_new()
    {
        Accept(Found("lab"), Found("old"));

        var verdict = Judged(Found("lab"), Found("new"));
        Write(verdict);

        Assert.EndsWith("::old", verdict.Run.Known!.Gone.Keys.Single().Urn, StringComparison.Ordinal);
        Assert.Equal((ExitCode.PolicyViolation, 1), Count(Judged(Found("lab"), Found("new"))));
        Assert.Empty(Judged(Found("lab")).Run.Known!.Gone);
        Assert.Equal((ExitCode.PolicyViolation, 0), Count(Judged(Found("old"))));
    }

    [Fact]
    public void A_failed_preview_says_of_nothing_that_it_is_gone_and_writes_nothing()
    {
        Accept(Found("lab"));
        var before = File.ReadAllText(KnownFile);
        var failed = Judge.Of(Plans.Run([], []) with { ExitCode = ExitCode.Error }, Read());
        var notes = new List<string>();

        Write(failed, notes.Add);

        Assert.Empty(failed.Run.Known!.Gone);
        Assert.Contains("not written", notes.Single(), StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllText(KnownFile));
    }

    [Fact]
    public void The_order_of_findings_does_not_change_the_file()
    {
        Accept(Found("a"), Found("b"));
        var before = File.ReadAllText(KnownFile);

        Accept(Found("b"), Found("a"));

        Assert.Equal(before, File.ReadAllText(KnownFile));
    }

    [Theory]
    [InlineData("not json", "are not what --write-known-findings writes: they are no JSON: it goes wrong in line 1.")]
    [InlineData("[]", "are not what --write-known-findings writes: the document is a list; accepted is an object.")]
    [InlineData("""{ "a": 1 }""", "are not what --write-known-findings writes: schemaVersion is missing; accepted is a whole number.")]
    [InlineData("""{ "schemaVersion": 1, "project": "orders", "stack": "dev" }""", "findings is missing; accepted is a list.")]
    [InlineData("""{ "schemaVersion": 1, "project": "orders", "stack": "dev", "findings": [{ "pack": "p" }] }""", "findings[0].policy is missing; accepted is a text.")]
    [InlineData("""{ "schemaVersion": 2, "project": "orders", "stack": "dev", "findings": [] }""", "have the schemaVersion 2, expected 1")]
    [InlineData("""{ "schemaVersion": 1, "project": "orders", "stack": "prod", "findings": [] }""", "are of orders/prod, expected orders/dev")]
    public void A_faulty_file_is_refused(string text, string message)
    {
        File.WriteAllText(KnownFile, text);

        var fault = Assert.Throws<UserErrorException>(() => Read());

        Assert.Contains(message, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_file_is_refused_with_the_command_that_writes_it()
    {
        var fault = Assert.Throws<UserErrorException>(() => Read());

        Assert.Contains($"{Installation.Command} dev --write-known-findings {KnownFile}", fault.Message, StringComparison.Ordinal);
    }

    private static Finding Found(string resource, string? message = null) => Plans.Finding(Plans.Notebook(resource), message: message);

    private Verdict Accept(params ImmutableArray<Finding> findings)
    {
        var verdict = Judge.Of(Plans.Run([], findings), KnownFindings.Everything);
        Write(verdict);
        return verdict;
    }

    private void Write(Verdict verdict, Action<string>? onNote = null)
    {
        using var file = PendingFile.Open(KnownFile, "--write-known-findings");
        KnownFindingsFile.Write(file, verdict, onNote ?? (_ => { }));
    }

    private KnownFindings Read() => KnownFindingsFile.Read(KnownFile, "dev").For("orders", "dev");

    private Verdict Judged(params ImmutableArray<Finding> findings) =>
        Judge.Of(Plans.Run([], findings), Read());

    private static (ExitCode, int) Count(Verdict verdict) => (verdict.ExitCode, verdict.Known.Length);
}
