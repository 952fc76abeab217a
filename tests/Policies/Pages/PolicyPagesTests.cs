using System.Reflection;
using Policies.Packs;

namespace Policies.Tests.Pages;

/// <summary>
/// docs/policies/ says what the policies say. Run these tests with UPDATE_DOCS=1 to write what is generated on the pages anew.
/// </summary>
public class PolicyPagesTests
{
    private static readonly string Folder = Path.Combine(
        typeof(PolicyPagesTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(data => data.Key == "RepositoryRoot").Value!,
        "docs",
        "policies");

    public static TheoryData<string> Policies => [.. Guardrails.Pack.Policies.Select(packed => packed.Policy.Info.Name)];

    [Theory]
    [MemberData(nameof(Policies))]
    public void A_page_is_what_the_code_says(string name)
    {
        var written = Read(name);
        var rewritten = PolicyPage.Rewrite(written, Packed(name));
        if (Environment.GetEnvironmentVariable("UPDATE_DOCS") == "1")
            File.WriteAllText(Path.Combine(Folder, $"{name}.md"), rewritten);
        else
            Assert.Equal(rewritten, written);
    }

    [Theory]
    [MemberData(nameof(Policies))]
    public void A_page_has_all_its_parts(string name)
    {
        Assert.StartsWith($"# {name}\n\n<!-- about -->\n", Read(name), StringComparison.Ordinal);
        Assert.All(
            (string[])["\n**Why.** ", "\n**Looks at** ", "\n## Settings\n\n<!-- settings -->\n", "\n## Fix\n\n<!-- fix -->\n", "\n**Sources.** "],
            part => Assert.Contains(part, Read(name)));
    }

    [Theory]
    [MemberData(nameof(Policies))]
    public void A_verdict_follows_each_example_that_is_not_accepted(string name) => Assert.All(
        (string[])[PolicyPage.Refused, PolicyPage.CannotTell],
        section => Assert.All(PolicyPage.Parts(Read(name), section).Chunk(2), pair => Assert.Equal(["yaml", "verdict"], pair)));

    [Theory]
    [MemberData(nameof(Policies))]
    public void A_page_links_its_sources_and_among_them_those_of_the_code(string name)
    {
        var page = Read(name);
        var sources = page[page.IndexOf("\n**Sources.** ", StringComparison.Ordinal)..];

        Assert.Contains("](", sources);
        Assert.All(PolicySource.Links(Packed(name).Policy), link => Assert.Contains($"({link})", sources));
    }

    [Theory]
    [MemberData(nameof(Policies))]
    public void What_a_page_calls_refused_is_refused(string name) => Assert.All(
        Examples(name, PolicyPage.Refused), verdicts => Assert.Contains(verdicts, verdict => verdict.Verdict.IsViolation));

    [Theory]
    [MemberData(nameof(Policies))]
    public void What_a_page_calls_accepted_is_accepted(string name) => Assert.All(
        Examples(name, PolicyPage.Accepted), verdicts => Assert.All(verdicts, verdict => Assert.Equal(Verdict.Compliant, verdict.Verdict)));

    [Theory]
    [MemberData(nameof(Policies))]
    public void What_a_page_says_cannot_be_told_cannot_be_told(string name) => Assert.All(Examples(name, PolicyPage.CannotTell), verdicts =>
    {
        Assert.Contains(verdicts, verdict => verdict.Verdict.IsUnknown);
        Assert.DoesNotContain(verdicts, verdict => verdict.Verdict.IsViolation);
    });

    [Fact]
    public void The_overview_lists_the_policies_that_remediate() => Assert.Equal(
        Guardrails.Pack.Policies.Where(ConventionTests.CanRemediate).Select(packed => packed.Policy.Info.Name).Order(StringComparer.Ordinal),
        PolicyOverview.Remediating(Read("README")).Order(StringComparer.Ordinal));

    [Fact]
    public void The_overview_is_what_the_configurations_say()
    {
        var file = Path.Combine(Folder, "README.md");
        var written = File.ReadAllText(file).ReplaceLineEndings("\n");
        var rewritten = PolicyOverview.Rewrite(written);
        if (Environment.GetEnvironmentVariable("UPDATE_DOCS") == "1")
            File.WriteAllText(file, rewritten);
        else
            Assert.Equal(rewritten, written);
    }

    [Fact]
    public void No_page_is_left_of_a_policy_that_is_gone() => Assert.Empty(
        Directory.GetFiles(Folder, "*.md").Select(Path.GetFileNameWithoutExtension)
            .Except([.. Guardrails.Pack.Policies.Select(packed => packed.Policy.Info.Name), "README"]));

    /// <summary>The verdicts on every example of a section, of which there must be one.</summary>
    private static IReadOnlyList<ResourceVerdict>[] Examples(string name, string section)
    {
        IReadOnlyList<ResourceVerdict>[] verdicts =
            [.. PolicyPage.Examples(Read(name), section).Select(example => PolicyPage.Judge(Packed(name).Policy, ExampleProgram.Read(example)))];
        Assert.True(verdicts.Length > 0, $"{name}.md has no example under '{section}'.");
        return verdicts;
    }

    internal static string Read(string name) => File.ReadAllText(Path.Combine(Folder, $"{name}.md")).ReplaceLineEndings("\n");

    internal static PackedPolicy Packed(string name) => Guardrails.Pack.Policies.Single(packed => packed.Policy.Info.Name == name);
}
