using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Xml.Linq;
using Infra.Settings;

namespace Infra.Tests.Docs;

/// <summary>Writes the settings of a record as a Markdown table: what the code says, in the words of its doc comments.</summary>
internal static class SettingsTable
{
    private static readonly Dictionary<string, XElement> Summaries = XDocument
        .Load(Path.ChangeExtension(typeof(StackSettings).Assembly.Location, ".xml"))
        .Descendants("member")
        .Where(member => member.Element("summary") is not null)
        .ToDictionary(member => (string)member.Attribute("name")!, member => member.Element("summary")!);

    public static string For(Type record)
    {
        var defaults = Activator.CreateInstance(record)!;
        var rows = SettingsShape.PropertiesOf(record).Select(property =>
            $"| `{SettingsShape.NameOf(property)}` | {Escape(Rules.Accepted(property))} | {Default(property, defaults)} | {Meaning(property)} |");
        return string.Join('\n', ["| setting | accepted | default | |", "| --- | --- | --- | --- |", .. rows]);
    }

    /// <summary>Every record that a stack file can hold, the outermost first.</summary>
    public static IReadOnlyList<Type> Records() => [.. Nested(typeof(StackSettings)).Distinct()];

    private static IEnumerable<Type> Nested(Type record) => SettingsShape.PropertiesOf(record)
        .Select(property => SettingsShape.MapValue(property.PropertyType) ?? property.PropertyType)
        .Where(SettingsShape.IsRecord)
        .SelectMany(Nested)
        .Prepend(record);

    private static string Escape(string text) => text.Replace("<", "&lt;", StringComparison.Ordinal);

    private static string Default(PropertyInfo property, object defaults)
    {
        if (SettingsShape.IsRequired(property))
            return "required";
        return property.GetValue(defaults) switch
        {
            null => "–",
            string text => $"`{text}`",
            bool flag => flag ? "`true`" : "`false`",
            IEnumerable items => items.Cast<object>().Any() ? $"`[{string.Join(", ", items.Cast<object>())}]`" : "–",
            IConvertible value => $"`{value.ToString(CultureInfo.InvariantCulture)}`",
            _ => "all defaults",
        };
    }

    /// <summary>The doc comment up to where it repeats the default.</summary>
    public static string Meaning(PropertyInfo property)
    {
        var member = $"P:{property.DeclaringType!.FullName}.{property.Name}";
        var summary = Summaries.TryGetValue(member, out var found)
            ? found
            : throw new InvalidOperationException($"{member} has no summary.");
        var text = string.Concat(summary.Nodes().Select(node => node switch
        {
            XElement { Name.LocalName: "c" } code => $"`{code.Value}`",
            XElement { Name.LocalName: "see" } reference => $"`{((string)reference.Attribute("cref")!).Split('.')[^1]}`",
            XText words => words.Value,
            _ => throw new NotSupportedException($"{member}: {node}"),
        }));
        return string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }
}
