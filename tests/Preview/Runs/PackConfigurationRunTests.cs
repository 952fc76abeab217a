using System.Text.Json.Nodes;

namespace Preview.Tests.Runs;

/// <summary>Which configuration of its pack a stack is judged by, and what of it the reports show.</summary>
public sealed class PackConfigurationRunTests : IDisposable
{
    private readonly SampleProject project = new();

    public PackConfigurationRunTests()
    {
        // Another name than that of the sample pack, whose namespace the setting is in.
        var file = Path.Combine(project.Folder, "Pulumi.yaml");
        File.WriteAllText(file, File.ReadAllText(file).Replace("name: sample", "name: shop", StringComparison.Ordinal));
        project.Write("Pulumi.dev.yaml", """
            config:
              token: { secure: v1:not-read }
              sample:policyPackConfig: config/dev.json
            """);
        project.Write("config/dev.json", """{ "buckets-have-owners": "advisory" }""");
    }

    [Fact]
    public async Task The_file_that_the_stack_names_counts_and_is_named()
    {
        var run = (await project.PreviewAsync("-c", "behaviour=no-owner")).Ended(0);

        Assert.Contains("Advisory violations (1)", run.Output, StringComparison.Ordinal);
        Assert.Contains("2 policies, configured by config/dev.json", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_on_the_command_line_wins()
    {
        var strict = project.Write("strict.json", """{ "buckets-have-owners": "mandatory" }""");

        (await project.PreviewAsync("-c", "behaviour=no-owner", "--policy-pack", Built.SamplePack, "--policy-pack-config", strict)).Ended(5);
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_missed_by_the_setting_that_names_it()
    {
        File.Delete(Path.Combine(project.Folder, "config", "dev.json"));

        var run = (await project.PreviewAsync()).Ended(1);

        Assert.Contains("which sample:policyPackConfig of the stack dev names", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_exempt_is_shown_with_reason_owner_and_day_and_fails_nothing()
    {
        WriteExemption("9999-12-31");

        var text = (await project.PreviewAsync("-c", "behaviour=no-owner")).Ended(0);
        var json = JsonNode.Parse((await project.PreviewAsync("-c", "behaviour=no-owner", "--json")).Ended(0).Output)!;

        Assert.Contains("Exempt (1)", text.Output, StringComparison.Ordinal);
        Assert.Contains("exempt until 9999-12-31, owner: platform, reason: goes in May", text.Output, StringComparison.Ordinal);
        Assert.Contains("0 mandatory, 0 advisory, 0 that cannot tell yet, 1 exempt", text.Output, StringComparison.Ordinal);
        var finding = Assert.Single(json["policies"]!["findings"]!.AsArray())!;
        Assert.Equal(("exempt", 1), ((string)finding["kind"]!, (int)json["counts"]!["exempt"]!));
        Assert.Equal("""{"reason":"goes in May","owner":"platform","expires":"9999-12-31"}""", finding["exemption"]!.ToJsonString());
        Assert.Equal("config/dev.json", (string?)json["policies"]!["packs"]![0]!["configuration"]);
    }

    [Fact]
    public async Task What_was_exempt_fails_when_the_day_is_over()
    {
        WriteExemption("2020-01-01");

        var run = (await project.PreviewAsync("-c", "behaviour=no-owner")).Ended(5);

        Assert.Contains("expired on 2020-01-01 (owner: platform, reason: goes in May)", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_exemption_that_nothing_needs_is_a_warning_of_the_stack()
    {
        WriteExemption("9999-12-31");

        var run = (await project.PreviewAsync()).Ended(0);

        Assert.Contains("Advisory violations (1)", run.Output, StringComparison.Ordinal);
        Assert.Contains("is used nowhere", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_strict_policy_fails_the_preview_where_it_cannot_tell()
    {
        project.Write("config/dev.json", """{ "buckets-have-owners": { "enforcementLevel": "mandatory", "unknown": "violation" } }""");

        var run = (await project.PreviewAsync("-c", "behaviour=unknown-owner")).Ended(5);

        Assert.Contains("can't run policy 'buckets-have-owners'", run.Output, StringComparison.Ordinal);
        Assert.Contains("the setting unknown of the policy is violation", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_faulty_exemption_is_refused()
    {
        WriteExemption("in May");

        Assert.Contains(
            "exemptions[0].expires is \"in May\", accepted is a date such as 2027-03-31", (await project.PreviewAsync()).Ended(1).Output, StringComparison.Ordinal);
    }

    public void Dispose() => project.Dispose();

    private void WriteExemption(string expires) => project.Write("config/dev.json", $$"""
        {
          "buckets-have-owners": {
            "enforcementLevel": "mandatory",
            "exemptions": [{ "resource": "*", "reason": "goes in May", "owner": "platform", "expires": "{{expires}}" }]
          }
        }
        """);
}
