using System.Text.Json;
using Preview.Projects;

namespace Preview.Tests.Runs;

/// <summary>Whole runs, the way a user starts them: program and pack in processes of their own.</summary>
public sealed class PreviewProcessTests : IDisposable
{
    private readonly SampleProject project = new();

    [Fact]
    public async Task A_stack_is_shown_as_a_tree_with_outputs_and_a_summary()
    {
        var run = (await project.PreviewAsync()).Ended(0);

        Assert.Contains(" +   pulumi:pulumi:Stack  sample-dev  create", run.Output, StringComparison.Ordinal);
        Assert.Contains(" +   └─ aws:s3:Bucket     data        create", run.Output, StringComparison.Ordinal);
        Assert.Contains("arn   : [unknown]", run.Output, StringComparison.Ordinal);
        Assert.Contains("token : [secret]", run.Output, StringComparison.Ordinal);
        Assert.Contains("sample:token is secret; its value can be given in PREVIEW_SECRET_SAMPLE_TOKEN", run.Output, StringComparison.Ordinal);
        Assert.Contains("sample 1.2.3", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_the_result_goes_to_stdout()
    {
        var run = (await project.PreviewAsync("--json")).Ended(0);

        using var json = JsonDocument.Parse(run.Output);
        Assert.Contains("the program printed this", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_JSON_document_holds_resources_policies_counts_and_the_cost()
    {
        var run = (await project.PreviewAsync("--json")).Ended(0);

        using var document = JsonDocument.Parse(run.Output);
        var json = document.RootElement;
        Assert.Equal(1, json.GetProperty("schemaVersion").GetInt32());
        Assert.Equal("succeeded", json.GetProperty("result").GetString());
        var cost = json.GetProperty("cost");
        Assert.Equal("eu-west-1", cost.GetProperty("regions")[0].GetProperty("region").GetString());
        Assert.Equal("needsUsage", cost.GetProperty("resources")[0].GetProperty("status").GetString());
        Assert.Equal(0, cost.GetProperty("perMonth").GetProperty("expected").GetDecimal());
        Assert.Equal("[secret]", json.GetProperty("config").GetProperty("sample:token").GetString());
        Assert.Equal(["sample:token"], json.GetProperty("counts").GetProperty("secretPlaceholders").EnumerateArray().Select(key => key.GetString()));
        var bucket = json.GetProperty("resources").EnumerateArray().Single(resource => resource.GetProperty("name").GetString() == "data");
        Assert.Equal("urn:pulumi:dev::sample::aws:s3/bucket:Bucket::data", bucket.GetProperty("urn").GetString());
        Assert.Equal("bucket", bucket.GetProperty("inputs").GetProperty("__defaults")[0].GetString());
        Assert.Equal(Sentinels.Unknown, bucket.GetProperty("outputs").GetProperty("arn").GetString());
        Assert.EndsWith($"::{Sentinels.Unknown}", bucket.GetProperty("provider").GetString(), StringComparison.Ordinal);
        Assert.Equal("buckets-have-owners", json.GetProperty("policies").GetProperty("packs")[0].GetProperty("policies")[0].GetProperty("name").GetString());
        Assert.DoesNotContain(SecretValues.Placeholder, run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_stack_states_of_its_use_is_priced_and_the_rest_is_named()
    {
        var run = (await project.PreviewAsync("-c", """usage={"data":{"getRequestsPerMonth":1000000}}""")).Ended(0);

        Assert.Matches(@"storage +\$0\.4\d", run.Output);
        Assert.Contains("data: depends on its use: state ingestGbPerMonth, putRequestsPerMonth under usage", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_fault_in_the_stated_usage_is_told()
    {
        var run = (await project.PreviewAsync("-c", """usage={"data":{"getRequests":1,"storedGb":-1}}""")).Ended(1);

        Assert.Contains("Pulumi.dev.yaml: sample:usage.data.getRequests", run.Output, StringComparison.Ordinal);
        Assert.Contains("Pulumi.dev.yaml: sample:usage.data.storedGb", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mandatory_violation_ends_with_5_and_is_shown_at_its_resource()
    {
        var run = (await project.PreviewAsync("--config", "behaviour=no-owner")).Ended(5);

        Assert.Contains("1 mandatory violation", run.Output, StringComparison.Ordinal);
        Assert.Contains("data has no tag owner; add one that names a team.", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pack_can_be_configured()
    {
        var config = project.Write("pack.json", """{ "buckets-have-owners": "advisory" }""");

        var run = (await project.PreviewAsync("-c", "behaviour=no-owner", "--policy-pack", Built.SamplePack, "--policy-pack-config", config)).Ended(0);

        Assert.Contains("Advisory violations (1)", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_faulty_configuration_of_a_pack_is_refused()
    {
        var config = project.Write("pack.json", """{ "few-buckets": { "most": 0 } }""");

        var run = (await project.PreviewAsync("--policy-pack", Built.SamplePack, "--policy-pack-config", config)).Ended(1);

        Assert.Contains("few-buckets: most is 0, the least is 1", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_program_that_throws_ends_with_1_and_its_message()
    {
        var run = (await project.PreviewAsync("-c", "behaviour=throw")).Ended(1);

        Assert.Contains("error: ", run.Output, StringComparison.Ordinal);
        Assert.Contains("the program threw this", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_program_that_just_ends_ends_with_1_and_the_last_it_wrote()
    {
        var run = (await project.PreviewAsync("-c", "behaviour=exit")).Ended(1);

        Assert.Contains("The program ended with exit code 3.", run.Output, StringComparison.Ordinal);
        Assert.Contains("the program wrote this last", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_program_that_logs_an_error_ends_with_1()
    {
        var run = (await project.PreviewAsync("-c", "behaviour=log-error")).Ended(1);

        Assert.Contains("error: the program logged this", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2, "There is no stack proud; the project has dev, prod. Did you mean prod?", "proud")]
    [InlineData(2, "Did you mean --policy-pack?", "--polcy-pack", "x")]
    [InlineData(2, "Did you mean behaviour?", "--config", "behavior=x")]
    [InlineData(2, "not of the form key=value", "--config", "behaviour")]
    [InlineData(1, "There is no folder", "--cwd", "nowhere")]
    [InlineData(1, "There is no policy pack nowhere", "--policy-pack", "nowhere")]
    [InlineData(1, "has no PulumiPolicy.yaml", "--policy-pack", ".")]
    [InlineData(1, "There is no file", "--policy-pack-config", "nowhere.json")]
    [InlineData(1, "There is no file", "--secrets", "nowhere.yaml")]
    public async Task A_wrong_command_line_or_a_missing_file_gets_one_line_and_its_exit_code(int exitCode, string expected, params string[] arguments)
    {
        var run = (await project.PreviewAsync(arguments)).Ended(exitCode);

        Assert.Contains(expected, run.Error, StringComparison.Ordinal);
        Assert.Empty(run.Output);
        Assert.Single(run.Error.Trim().Split('\n'));
    }

    [Fact]
    public async Task Outside_of_a_project_the_user_is_told_where_to_be()
    {
        File.Delete(Path.Combine(project.Folder, "Pulumi.yaml"));

        var run = (await project.PreviewAsync()).Ended(1);

        Assert.Contains("There is no Pulumi.yaml", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_program_that_is_not_built_is_named()
    {
        using var missing = new SampleProject("missing.dll");

        var run = (await missing.PreviewAsync()).Ended(1);

        Assert.Contains("names the binary missing.dll", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pack_that_does_not_start_is_named_with_the_last_it_wrote()
    {
        // The preview itself, which takes the engine's address for a stack and refuses it.
        project.Write("pack/PulumiPolicy.yaml", $"runtime: {{ name: dotnet, options: {{ binary: {Built.Preview} }} }}\n");

        var run = (await project.PreviewAsync("--policy-pack", "pack")).Ended(1);

        Assert.Contains("The policy pack pack does not start: it ended with exit code 2.", run.Output, StringComparison.Ordinal);
        Assert.Contains("There is no stack 127.0.0.1", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pack_that_ends_in_the_middle_ends_the_preview()
    {
        var run = (await project.PreviewAsync("--policy-pack", Built.SampleProgram)).Ended(1);

        Assert.Contains("ended with exit code 7 during the preview.", run.Output, StringComparison.Ordinal);
        Assert.Contains("the pack wrote this last", run.Output, StringComparison.Ordinal);
    }

    public void Dispose() => project.Dispose();
}
