using System.Text.RegularExpressions;
using Preview.CommandLine;
using Preview.Tests.Runs;
using YamlDotNet.RepresentationModel;

namespace Preview.Tests.Delivery;

/// <summary>What the workflows must never do, and that what they run exists.</summary>
public class WorkflowTests
{
    private static readonly string Folder = Path.Combine(Built.Root, ".github", "workflows");

    public static TheoryData<string> Files => [.. Directory.GetFiles(Folder, "*.yml").Select(file => Path.GetFileName(file))];

    [Theory]
    [MemberData(nameof(Files))]
    public void A_token_may_read_unless_a_job_says_more(string file)
    {
        var permissions = Map(Read(file), "permissions");

        Assert.Contains(permissions.Children, entry => (entry.Key.ToString(), entry.Value.ToString()) == ("contents", "read"));
        Assert.DoesNotContain(permissions.Children, entry => entry.Value.ToString() == "write" && entry.Key.ToString() != "id-token");
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_action_is_pinned_to_a_commit_and_says_which_release_that_is(string file)
    {
        var uses = Regex.Matches(File.ReadAllText(Path.Combine(Folder, file)), @"(?m)uses: (?!\./)(.*)$").Select(match => match.Groups[1].Value.TrimEnd());

        Assert.All(uses, action => Assert.Matches(@"^[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$", action));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Code_of_a_pull_request_never_runs_with_a_token_that_writes(string file)
    {
        Assert.DoesNotContain("pull_request_target", File.ReadAllText(Path.Combine(Folder, file)), StringComparison.Ordinal);
        foreach (var (job, steps) in Jobs(file).Where(job => IsForPullRequests(file) && Writes(job.Job)))
        {
            Assert.DoesNotContain(steps, step => Text(step, "uses").StartsWith("actions/checkout@", StringComparison.Ordinal));
            Assert.Contains("github.event.pull_request.head.repo.full_name == github.repository", Text(job, "if"), StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void What_others_can_name_reaches_a_script_through_its_environment(string file) =>
        Assert.All(Jobs(file).SelectMany(job => job.Steps), step => Assert.DoesNotContain("${{", Text(step, "run"), StringComparison.Ordinal));

    [Theory]
    [MemberData(nameof(Files))]
    public void Previews_are_started_with_options_that_there_are(string file)
    {
        foreach (var words in Previews(file))
        {
            var arguments = ArgumentParser.Parse(words);

            Assert.All(arguments.Reports, report => Preview.Reports.Rendering.Find(report.Kind));
            Assert.NotNull(arguments.Against);
        }
    }

    [Fact]
    public void Both_stacks_of_the_repository_are_checked()
    {
        var check = Assert.Single(Jobs("check.yml"), job => job.Steps.Any(step => Text(step, "run").Contains("--project preview", StringComparison.Ordinal)));

        var stacks = Assert.IsType<YamlSequenceNode>(Map(Map(check.Job, "strategy"), "matrix").Children[new YamlScalarNode("stack")]);
        Assert.Equal(["dev", "prod"], stacks.Select(stack => stack.ToString()));
        Assert.NotEmpty(Previews("check.yml"));
    }

    [Fact]
    public void A_deployment_is_never_cancelled_and_judged_by_the_pack()
    {
        var (job, steps) = Assert.Single(Jobs("deploy-stack.yml"));

        Assert.Equal("false", Text(Map(job, "concurrency"), "cancel-in-progress"));
        Assert.Equal("official", Text(Map(job, "env"), "PulumiSdk"));
        Assert.NotEmpty(Text(job, "environment"));
        Assert.Contains(steps, step => Text(step, "run").Contains("--policy-pack artifacts/pack/sagemaker-guardrails", StringComparison.Ordinal));
        Assert.All(["dev", "prod"], stack => Assert.True(File.Exists(Path.Combine(Built.Root, "policies", "config", $"{stack}.json"))));
    }

    private static bool IsForPullRequests(string file) => Map(Read(file), "on").Children.ContainsKey(new YamlScalarNode("pull_request"));

    private static bool Writes(YamlMappingNode job) =>
        job.Children.TryGetValue(new YamlScalarNode("permissions"), out var permissions) && permissions.ToString().Contains("write", StringComparison.Ordinal);

    /// <summary>The words after -- of each start of the preview.</summary>
    private static IEnumerable<string[]> Previews(string file) => Jobs(file).SelectMany(job => job.Steps)
        .SelectMany(step => Regex.Matches(Text(step, "run").Replace("\\\n", " ", StringComparison.Ordinal), @"dotnet run .*--project preview -- (.*)"))
        .Select(match => match.Groups[1].Value.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => word.Trim('"')).ToArray());

    private static (YamlMappingNode Job, YamlMappingNode[] Steps)[] Jobs(string file) =>
    [
        .. Map(Read(file), "jobs").Children.Values.Cast<YamlMappingNode>().Select(job => (
            job,
            job.Children.TryGetValue(new YamlScalarNode("steps"), out var steps) ? ((YamlSequenceNode)steps).Cast<YamlMappingNode>().ToArray() : [])),
    ];

    private static YamlMappingNode Read(string file)
    {
        var yaml = new YamlStream();
        yaml.Load(new StringReader(File.ReadAllText(Path.Combine(Folder, file))));
        return (YamlMappingNode)yaml.Documents[0].RootNode;
    }

    private static YamlMappingNode Map(YamlMappingNode map, string key) =>
        map.Children.TryGetValue(new YamlScalarNode(key), out var value) && value is YamlMappingNode found ? found : new();

    private static string Text(YamlMappingNode map, string key) =>
        map.Children.TryGetValue(new YamlScalarNode(key), out var value) ? value.ToString() : "";
}
