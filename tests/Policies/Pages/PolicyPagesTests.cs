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
    public void A_page_has_all_its_generated_parts(string name) => Assert.All(
        (string[])["<!-- about -->", "<!-- fix -->", "<!-- settings -->", "<!-- verdict -->"],
        part => Assert.Contains(part, Read(name)));

    [Theory]
    [MemberData(nameof(Policies))]
    public void What_a_page_calls_refused_is_refused(string name) => Assert.All(
        Examples(name, PolicyPage.Refused), verdicts => Assert.Contains(verdicts, verdict => verdict.Verdict.IsViolation));

    [Theory]
    [MemberData(nameof(Policies))]
    public void What_a_page_calls_accepted_is_accepted(string name) => Assert.All(
        Examples(name, PolicyPage.Accepted), verdicts => Assert.All(verdicts, verdict => Assert.Equal(Verdict.Compliant, verdict.Verdict)));

    /// <summary>An example, or the sentence that there is none, which is tried with everything that a page shows.</summary>
    [Theory]
    [MemberData(nameof(Policies))]
    public void What_a_page_says_cannot_be_told_cannot_be_told(string name)
    {
        if (PolicyPage.AlwaysTells(Read(name)))
        {
            string[] sections = [PolicyPage.Refused, PolicyPage.Accepted];
            Assert.All(
                sections.SelectMany(section => PolicyPage.Examples(Read(name), section))
                    .SelectMany(example => Unknowns.InProgram(ExampleProgram.Read(example))),
                example => Assert.DoesNotContain(PolicyPage.Judge(Packed(name).Policy, example), verdict => verdict.Verdict.IsUnknown));
            return;
        }

        Assert.All(Examples(name, PolicyPage.CannotTell), verdicts =>
        {
            Assert.Contains(verdicts, verdict => verdict.Verdict.IsUnknown);
            Assert.DoesNotContain(verdicts, verdict => verdict.Verdict.IsViolation);
        });
    }

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
