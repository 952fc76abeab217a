using System.Text;
using System.Text.Json.Nodes;
using Preview.CommandLine;
using Preview.Engine;
using Preview.Imports;
using Preview.Runs;
using Preview.Verdicts;

namespace Preview.Tests.Imports;

/// <summary>Previews of the Pulumi CLI, from files that it wrote.</summary>
public sealed class CliPreviewTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("preview-tests-").FullName;

    [Fact]
    public void A_first_preview_creates_everything_and_is_priced()
    {
        var verdict = Judge.Of(CliPreview.Read(Recorded.Create, eventLog: null));

        Assert.Equal(("orders", "dev", Outcome.Passed), (verdict.Project, verdict.Stack, verdict.Outcome));
        Assert.All(verdict.Changes, change => Assert.Equal(Operation.Create, change.Operation));
        Assert.Equal(9.90m, decimal.Round(verdict.Run.Estimate!.Total.Expected, 2));
        Assert.Equal("Nothing is deployed yet.", verdict.Run.Baseline!.WhyNone);
    }

    [Fact]
    public void A_file_that_is_not_there_is_no_fault_of_the_command_line() => Assert.Equal(
        ExitCode.Error,
        Assert.Throws<UserErrorException>(() => CliPreview.Read(Path.Combine(folder, "nowhere.json"), eventLog: null)).ExitCode);

    [Fact]
    public void Updates_replacements_and_deletions_are_compared_with_what_is_deployed()
    {
        var verdict = Judge.Of(Changed());

        Assert.Equal(
            [("notebook", Operation.Replace), ("old", Operation.Delete), ("data", Operation.Update), ("fresh", Operation.Create)],
            verdict.Changes.Select(change => (change.Name, change.Operation)));
        Assert.Equal(8.80m, decimal.Round(verdict.Run.Diff!.Total.Expected, 2));
        Assert.Equal(Outcome.Blocked, verdict.Outcome);
        Assert.Equal(ExitCode.PolicyViolation, verdict.ExitCode);
    }

    [Fact]
    public void Findings_are_those_of_the_event_log_with_their_parts()
    {
        var finding = Judge.Of(Changed()).Blocking.Single(finding => finding.Finding.Policy == "bucket-lifecycle-required");

        Assert.Equal("sagemaker-guardrails", finding.Finding.Pack);
        Assert.Equal("Every bucket has a lifecycle rule that is enabled.", finding.Finding.Description);
        Assert.Equal("no lifecycle configuration of this stack is for it, and it has no rules of its own", finding.Found);
        Assert.Equal("an Enabled one", finding.Allowed);
        Assert.StartsWith("Add a rule", finding.Fix, StringComparison.Ordinal);
    }

    [Fact]
    public void Resources_that_stay_are_in_the_event_log_only_and_without_it_the_user_is_told()
    {
        Assert.Contains(Changed().Resources, resource => resource is { Name: "alerts", Operation: Operation.Same });

        var without = CliPreview.Read(Recorded.Change, eventLog: null);

        Assert.DoesNotContain(without.Resources, resource => resource.Name == "alerts");
        Assert.Contains(without.Diagnostics, diagnostic => diagnostic.Message.StartsWith("1 of the resources that do not change", StringComparison.Ordinal));
        Assert.Contains(without.Diagnostics, diagnostic => diagnostic.Message.StartsWith("There is no event log", StringComparison.Ordinal));
    }

    [Fact]
    public void Secrets_are_known_as_such_in_either_file()
    {
        var topic = Changed().Resources.Single(resource => resource.Name == "alerts");
        var created = CliPreview.Read(Recorded.Create, eventLog: null).Resources.Single(resource => resource.Name == "alerts");

        Assert.True(topic.Inputs["displayName"].IsSecret);
        Assert.True(created.Inputs["displayName"].IsSecret);
    }

    [Fact]
    public void What_nobody_knows_yet_breaks_nothing()
    {
        var document = Document();
        document["aNewMember"] = new JsonArray(1, null, "x");
        document["steps"]!.AsArray().Add(JsonNode.Parse("""
            { "op": "reinvent", "urn": "urn:pulumi:dev::orders::new:kind/of:Thing::thing", "newState": {
              "urn": "urn:pulumi:dev::orders::new:kind/of:Thing::thing", "custom": true, "type": "new:kind/of:Thing", "inputs": { "a": [[{ "b": null }]] },
              "dependencies": "none", "propertyDependencies": [], "parent": 7, "provider": null } }
            """));
        document["steps"]!.AsArray().Add(JsonNode.Parse("""{ "op": "create" }"""));
        document["steps"]!.AsArray().Add(JsonValue.Create(5));
        document["diagnostics"] = JsonNode.Parse("""[7, {}, { "severity": "shouting", "message": "hear" }]""");

        var preview = CliPreview.Read(Write(document), Write("{ \"unheardOfEvent\": {} }\n[]\n{ \"policyEvent\": 3 }\n{ \"resOutputsEv"));

        Assert.Contains(preview.Resources, resource => resource is { Type: "new:kind/of:Thing", Operation: Operation.Same });
        Assert.Contains(preview.Diagnostics, diagnostic => diagnostic.Message == "hear");
        Assert.NotNull(preview.Estimate);
    }

    [Fact]
    public void Places_inside_of_the_project_are_kept()
    {
        var document = Document();
        document["steps"]![1]!["newState"]!["sourcePosition"] = "project:///Storage/Bucket%20.cs#31,9";

        var preview = CliPreview.Read(Write(document), eventLog: null);

        Assert.Equal([new SourcePlace("Storage/Bucket .cs", 31)], preview.Places.Values);
    }

    [Fact]
    public void An_error_of_the_program_fails_the_verdict()
    {
        var document = Document();
        document["diagnostics"]!.AsArray().Add(JsonNode.Parse("""{ "severity": "error", "message": "error: it threw\n" }"""));

        var verdict = Judge.Of(CliPreview.Read(Write(document), Recorded.ChangeEvents));

        Assert.Equal(Outcome.Failed, verdict.Outcome);
        Assert.Equal(["it threw"], verdict.Failures.Select(failure => failure.Message));
        Assert.Empty(verdict.Changes);
    }

    [Fact]
    public void A_file_may_be_in_the_encoding_of_a_shell_of_Windows()
    {
        var path = Path.Combine(folder, "utf16.json");
        File.WriteAllText(path, File.ReadAllText(Recorded.Create), Encoding.Unicode);

        Assert.Equal("orders", CliPreview.Read(path, eventLog: null).Settings.Project);
    }

    /// <summary>The pack that judged under the CLI used it, too.</summary>
    [Fact]
    public void The_price_list_that_the_stack_names_is_used_unless_the_command_line_names_one()
    {
        var document = Document();
        document["config"]!["sagemaker-guardrails:priceList"] = Path.Combine(folder, "nowhere.json");
        var list = Write("""{"schemaVersion": "1.0", "region": "eu-north-1", "currency": "USD", "sources": {} }""");

        var fault = Assert.Throws<UserErrorException>(() => CliPreview.Read(Write(document), eventLog: null));

        Assert.StartsWith("sagemaker-guardrails:priceList: The price list", fault.Message, StringComparison.Ordinal);
        Assert.Equal("eu-north-1", CliPreview.Read(Write(document), eventLog: null, list).Settings.Prices.ReplacedRegion);
    }

    [Theory]
    [InlineData("not JSON", "is no JSON document")]
    [InlineData("[]", "has no steps")]
    [InlineData("""{ "schemaVersion": 1 }""", "is what this preview printed with --json")]
    [InlineData("""{ "steps": [] }""", "holds no resources")]
    public void A_file_that_is_none_of_the_CLI_is_refused(string text, string expected)
    {
        var fault = Assert.Throws<UserErrorException>(() => CliPreview.Read(Write(text), eventLog: null));

        Assert.Contains(expected, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_log_without_events_is_refused()
    {
        var fault = Assert.Throws<UserErrorException>(() => CliPreview.Read(Recorded.Change, Write("\nnothing\n")));

        Assert.Contains("holds no events", fault.Message, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private static PreviewResult Changed() => CliPreview.Read(Recorded.Change, Recorded.ChangeEvents);

    private static JsonNode Document() => JsonNode.Parse(File.ReadAllText(Recorded.Change))!;

    private string Write(JsonNode document) => Write(document.ToJsonString());

    private string Write(string text)
    {
        var path = Path.Combine(folder, $"{Guid.NewGuid():N}.json");
        File.WriteAllText(path, text);
        return path;
    }
}
