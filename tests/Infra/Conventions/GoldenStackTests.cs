using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Infra.Settings;
using Infra.Tests.Builders;
using Pulumi;

namespace Infra.Tests.Conventions;

/// <summary>
/// Nothing this program offers is without a preview that was reviewed: tests/Preview/Golden has a small stack for each
/// component, Pulumi.&lt;name-of-the-component&gt;[-…].yaml, and UPDATE_GOLDEN=1 dotnet test tests/Preview writes what it deploys.
/// </summary>
public class GoldenStackTests
{
    private static readonly string Folder = Path.Combine(StackYaml.RepositoryFolder, "tests", "Preview", "Golden");

    public static TheoryData<string> Components => [.. typeof(StackSettings).Assembly.GetTypes()
        .Where(type => type.IsSubclassOf(typeof(ComponentResource)))
        .Select(type => type.Name)
        .Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Components))]
    public void Every_component_has_a_golden_preview(string component)
    {
        var name = Regex.Replace(component, "(?<=.)[A-Z]", letter => $"-{letter.Value}").ToLowerInvariant();
        var previews = Directory.GetFiles(Folder, $"{name}*.txt");

        Assert.True(previews.Length > 0, $"Describe a small stack with {component} in tests/Preview/Golden/Pulumi.{name}.yaml.");
        Assert.Contains(previews, preview => Regex.IsMatch(File.ReadAllText(preview), $@"^ml:\w+:{component} ", RegexOptions.Multiline));
    }

    [Fact]
    public void Every_setting_is_used_by_a_stack_file()
    {
        var used = StackYaml.StackFiles
            .Select(file => StackYaml.Document(File.ReadAllText(file))["config"]!.AsObject())
            .SelectMany(config => Used(typeof(StackSettings), Own(config)))
            .ToHashSet();

        Assert.Empty(Offered(typeof(StackSettings)).Except(used).Order(StringComparer.Ordinal));
    }

    private static JsonObject Own(JsonObject config) => new(config
        .Where(entry => entry.Key.StartsWith($"{StackYaml.Project}:", StringComparison.Ordinal))
        .Select(entry => KeyValuePair.Create(entry.Key.Split(':')[1], entry.Value?.DeepClone())));

    private static IEnumerable<string> Offered(Type record) => SettingsShape.PropertiesOf(record).SelectMany(property =>
        (Nested(property.PropertyType) is { } nested ? Offered(nested) : []).Prepend($"{record.Name}.{SettingsShape.NameOf(property)}"));

    private static IEnumerable<string> Used(Type record, JsonObject given)
    {
        foreach (var property in SettingsShape.PropertiesOf(record))
        {
            var name = SettingsShape.NameOf(property);
            if (!given.ContainsKey(name))
                continue;
            yield return $"{record.Name}.{name}";
            if (Nested(property.PropertyType) is not { } nested)
                continue;
            var records = given[name] switch
            {
                JsonObject map when SettingsShape.MapOfRecords(property.PropertyType) => map.Select(entry => entry.Value),
                JsonArray list => list,
                var value => [value],
            };
            foreach (var used in records.OfType<JsonObject>().SelectMany(inner => Used(nested, inner)))
                yield return used;
        }
    }

    /// <summary>The record that a setting holds, or a map or list of it.</summary>
    private static Type? Nested(Type type) =>
        (SettingsShape.MapValue(type) ?? SettingsShape.ListItem(type) ?? type) is var held && SettingsShape.IsRecord(held) ? held : null;
}
