using System.Text;
using System.Text.RegularExpressions;
using Policies.Packs;
using Policies.Tests.Packs;

namespace Policies.Tests.Pages;

/// <summary>The table of docs/policies/README.md: every policy, with its level in each configuration.</summary>
internal static partial class PolicyOverview
{
    private const string Start = "<!-- policies -->\n";
    private const string End = "<!-- end -->";

    /// <summary>The page as it should be.</summary>
    public static string Rewrite(string page)
    {
        var start = page.IndexOf(Start, StringComparison.Ordinal) + Start.Length;
        return page[..start] + Table() + page[page.IndexOf(End, start, StringComparison.Ordinal)..];
    }

    /// <summary>The policies that the table of remediation names, the last of the page.</summary>
    public static IEnumerable<string> Remediating(string page) =>
        Row().Matches(page[page.IndexOf("\n## Remediation\n", StringComparison.Ordinal)..]).Select(row => row.Groups["policy"].Value);

    private static string Table()
    {
        var files = ConfigurationFile.Names.Select(name => (Name: name, File: ConfigurationFile.Read(name))).ToArray();
        var table = new StringBuilder($"| policy | {string.Join(" | ", files.Select(file => file.Name))} | severity | |\n")
            .Append($"|---|{string.Concat(files.Select(_ => "---|"))}---|---|\n");
        foreach (var info in Guardrails.Pack.Policies.Select(packed => packed.Policy.Info))
        {
            table.Append($"| [{info.Name}]({info.Name}.md) | ")
                .AppendJoin(" | ", files.Select(file => Cell(file.File, info.Name)))
                .Append($" | {Word(info.Severity)} | {Marks(info)}{info.Description} |\n");
        }

        return table.ToString();
    }

    private static string Cell(ConfigurationFile file, string policy)
    {
        var level = Word(file.Levels.Single(entry => entry.Name == policy).Level);
        var text = new StringBuilder(level);
        foreach (var (name, value) in file.Settings.GetValueOrDefault(policy, PropertyMap.Empty))
        {
            text.Append($", `{name}` {(value.Kind == PropertyKind.List ? $"({value.Items.Count} patterns)" : value)}");
        }

        return text.ToString();
    }

    private static string Marks(PolicyInfo info) => info.Tags.Contains(PolicyTags.Irreversible) ? "**!** " : "";

    private static string Word(Enum value) => value.ToString().ToLowerInvariant();

    [GeneratedRegex(@"^\| \[(?<policy>[\w-]+)\]\(\k<policy>\.md\) \|", RegexOptions.Multiline)]
    private static partial Regex Row();
}
