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

    private const string Never = "never";

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
    public static IReadOnlyList<string> Examples(string page, string section)
    {
        var start = page.IndexOf($"\n{section}\n", StringComparison.Ordinal);
        if (start < 0)
        {
            return [];
        }

        var end = page.IndexOf("\n## ", start + section.Length, StringComparison.Ordinal);
        return [.. Example().Matches(page[start..(end < 0 ? page.Length : end)]).Select(match => match.Groups["yaml"].Value)];
    }

    /// <summary>What the policy says of an example, resource by resource.</summary>
    public static IReadOnlyList<ResourceVerdict> Judge(Policy policy, ExampleStack example) => policy switch
    {
        ResourcePolicy one => [.. example.Resources.Where(resource => one.ResourceTypes?.Contains(resource.Type) != false)
            .Select(resource => new ResourceVerdict(resource, PolicyTest.Check(one, resource, stack: example.Stack)))],
        StackPolicy whole => PolicyTest.Check(whole, example.Resources, stack: example.Stack),
        _ => throw new ArgumentException($"{policy.Info.Name} is neither a resource policy nor a stack policy.", nameof(policy)),
    };

    /// <summary>Whether a page says, in place of examples, that there is nothing that the policy cannot tell.</summary>
    public static bool AlwaysTells(string page) => page.Contains($"\n{CannotTell}\n\n<!-- {Never} -->\n", StringComparison.Ordinal);

    private static string Content(string what, string example, PackedPolicy packed) => what switch
    {
        "about" => $"{packed.Policy.Info.Description}\n\nLevel: {packed.Level.ToString().ToLowerInvariant()}. "
            + $"Severity: {packed.Policy.Info.Severity.ToString().ToLowerInvariant()}.\n",
        "fix" => $"{Escaped(packed.Policy.Info.Remediation!)}\n",
        "settings" => Settings(packed.Policy.Info.Config!),
        Never => "Nothing: whatever the policy looks at, it answers the same if a value is not known before deployment.\n",
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
    private static string Escaped(string text) => text.Replace("<", "&lt;", StringComparison.Ordinal);

    private static string Settings(PolicyConfigSchema schema)
    {
        if (schema.Settings.IsEmpty)
        {
            return "The level only, as with every policy.\n";
        }

        var table = new StringBuilder("| setting | default | |\n|---|---|---|\n");
        foreach (var setting in schema.Settings)
        {
            var byDefault = setting.Schema["default"].ToString();
            table.Append($"| `{setting.Name}` | {(setting.IsRequired ? "required" : $"`{byDefault}`")} | {Escaped(setting.Schema["description"].AsString()!)} |\n");
        }

        return table.ToString();
    }

    [GeneratedRegex(@"```yaml\n(?<yaml>.*?)```|<!-- (?<what>\w+) -->\n.*?<!-- end -->", RegexOptions.Singleline)]
    private static partial Regex Part();

    [GeneratedRegex(@"```yaml\n(?<yaml>.*?)```", RegexOptions.Singleline)]
    private static partial Regex Example();
}
