using System.Text;
using System.Text.RegularExpressions;
using Policies.Packs;

namespace Policies.Tests.Pages;

/// <summary>
/// A page of docs/policies/. What the code knows stands between comments and is written from it: the heading, the verdict on every
/// example, the table of settings and the fix. The rest is prose.
/// </summary>
internal static partial class PolicyPage
{
    public const string Refused = "## Refused";
    public const string Accepted = "## Accepted";
    public const string CannotTell = "## Cannot tell yet";

    /// <summary>The page as it should be.</summary>
    public static string Rewrite(string page, PackedPolicy packed)
    {
        var example = "";
        return Part().Replace(page, part =>
        {
            if (part.Groups["yaml"].Success)
            {
                example = part.Groups["yaml"].Value;
                return part.Value;
            }

            var what = part.Groups["what"].Value;
            return $"<!-- {what} -->\n{Content(what, example, packed)}<!-- end -->";
        });
    }

    /// <summary>The examples of a section, each a YAML program.</summary>
    public static IReadOnlyList<string> Examples(string page, string section) =>
        [.. Part().Matches(Section(page, section)).Select(part => part.Groups["yaml"]).Where(yaml => yaml.Success).Select(yaml => yaml.Value)];

    /// <summary>Of what a section shows, examples and generated parts, what each is: "yaml", or the name of the part.</summary>
    public static IEnumerable<string> Parts(string page, string section) => Part().Matches(Section(page, section))
        .Select(part => part.Groups["yaml"].Success ? "yaml" : part.Groups["what"].Value);

    private static string Section(string page, string section)
    {
        var start = page.IndexOf($"\n{section}\n", StringComparison.Ordinal);
        var end = start < 0 ? -1 : page.IndexOf("\n## ", start + section.Length, StringComparison.Ordinal);
        return start < 0 ? "" : page[start..(end < 0 ? page.Length : end)];
    }

    /// <summary>What the policy says of an example, resource by resource.</summary>
    public static IReadOnlyList<ResourceVerdict> Judge(Policy policy, ExampleStack example) => policy switch
    {
        ResourcePolicy one => [.. example.Resources.Where(resource => one.ResourceTypes?.Contains(resource.Type) != false)
            .Select(resource => new ResourceVerdict(resource, PolicyTest.Check(one, resource, stack: example.Stack)))],
        StackPolicy whole => PolicyTest.Check(whole, example.Resources, stack: example.Stack),
        _ => throw new ArgumentException($"{policy.Info.Name} is neither a resource policy nor a stack policy.", nameof(policy)),
    };

    private static string Content(string what, string example, PackedPolicy packed) => what switch
    {
        "about" => $"{packed.Policy.Info.Description}\n\nLevel: {packed.Level.ToString().ToLowerInvariant()}. "
            + $"Severity: {packed.Policy.Info.Severity.ToString().ToLowerInvariant()}.\n",
        "fix" => $"{Escaped(packed.Policy.Info.Remediation!)}\n",
        "settings" => SettingsTable.Of(packed),
        "verdict" => Verdicts(Judge(packed.Policy, ExampleProgram.Read(example))),
        _ => throw new ArgumentException($"There is no generated part '{what}'.", nameof(what)),
    };

    private static string Verdicts(IEnumerable<ResourceVerdict> verdicts)
    {
        var text = new StringBuilder();
        foreach (var (resource, verdict) in verdicts)
        {
            foreach (var line in (string[])
                [
                    .. verdict.Violations,
                    .. verdict.Warnings.Select(warning => $"warning: {warning}"),
                    .. verdict.UnknownProperties.Select(path => $"cannot tell yet: {path} is not known. {WhenKnown.Of(resource, path)}"),
                ])
            {
                text.Append("\n> ").Append(Escaped(line)).Append('\n');
            }
        }

        return text.Append('\n').ToString();
    }

    /// <summary>Text in which Markdown sees no HTML.</summary>
    public static string Escaped(string text) => text.Replace("<", "&lt;", StringComparison.Ordinal);

    [GeneratedRegex(@"```yaml\n(?<yaml>.*?)```|<!-- (?<what>\w+) -->\n.*?<!-- end -->", RegexOptions.Singleline)]
    private static partial Regex Part();
}
