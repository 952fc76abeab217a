using System.Text.RegularExpressions;
using Infra.Settings;
using Infra.Tests.Builders;
using Pulumi;

namespace Infra.Tests.Docs;

/// <summary>
/// docs/components/ says what the code says. Run these tests with UPDATE_DOCS=1 to write the tables of the pages anew.
/// </summary>
public class ComponentPagesTests
{
    private static readonly string Folder = Path.Combine(StackYaml.RepositoryFolder, "docs", "components");

    public static TheoryData<string> Pages => [.. Directory.GetFiles(Folder, "*.md").Select(page => Path.GetFileName(page)!)];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_table_of_settings_is_what_the_code_accepts(string page)
    {
        var path = Path.Combine(Folder, page);
        var written = File.ReadAllText(path).ReplaceLineEndings("\n");
        var generated = TableBlock().Replace(written, block => $"{block.Groups[1]}\n{Table(block.Groups[2].Value)}\n{block.Groups[3]}");
        if (Environment.GetEnvironmentVariable("UPDATE_DOCS") == "1")
            File.WriteAllText(path, generated);
        else
            Assert.Equal(generated, written);
    }

    [Fact]
    public void Every_settings_record_has_a_table_on_exactly_one_page()
    {
        var tables = Directory.GetFiles(Folder, "*.md")
            .SelectMany(page => TableBlock().Matches(File.ReadAllText(page).ReplaceLineEndings("\n")))
            .Select(block => block.Groups[2].Value);

        Assert.Equal(SettingsTable.Records().Select(record => record.Name).Order(), tables.Order());
    }

    [Fact]
    public void Every_component_has_a_page() => Assert.Empty(typeof(StackSettings).Assembly.GetTypes()
        .Where(type => type.IsSubclassOf(typeof(ComponentResource)))
        .Select(type => $"{type.Name}.md")
        .Except(Directory.GetFiles(Folder).Select(page => Path.GetFileName(page)!)));

    [Fact]
    public void The_overview_has_a_row_for_every_setting_that_deploys_something_and_links_every_page()
    {
        var overview = File.ReadAllText(Path.Combine(Folder, "README.md"));
        var settings = SettingsShape.PropertiesOf(typeof(StackSettings))
            .Where(property => SettingsShape.MapOfRecords(property.PropertyType) || SettingsShape.IsRecord(property.PropertyType))
            .Select(SettingsShape.NameOf);

        Assert.DoesNotContain(settings, setting => !Regex.IsMatch(overview, $@"^\| `{setting}` \| \[", RegexOptions.Multiline));
        Assert.DoesNotContain(
            Directory.GetFiles(Folder, "*.md").Select(page => Path.GetFileName(page)!).Where(page => page != "README.md"),
            page => !overview.Contains($"]({page})", StringComparison.Ordinal));
    }

    private static string Table(string record) =>
        SettingsTable.For(SettingsTable.Records().Single(type => type.Name == record));

    private static Regex TableBlock() => new(@"(<!-- settings: (\w+) -->)\n.*?(<!-- end of settings -->)", RegexOptions.Singleline);
}
