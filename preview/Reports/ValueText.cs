using System.Globalization;
using System.Text;
using Preview.Providers;

namespace Preview.Reports;

/// <summary>A property value for people: one line for a simple value, one for each member of a larger one.</summary>
internal static class ValueText
{
    private const int Step = 4;

    /// <param name="value">The value; what is secret or unknown says so instead.</param>
    /// <param name="indent">Columns by which the lines after the first are indented.</param>
    public static string Of(PropertyValue value, int indent)
    {
        var text = new StringBuilder();
        Write(text, value, indent);
        return text.ToString();
    }

    private static void Write(StringBuilder text, PropertyValue value, int indent)
    {
        switch (value)
        {
            case { IsSecret: true }:
                text.Append(JsonProperties.SecretText);
                break;
            case { IsUnknown: true }:
                text.Append("[unknown]");
                break;
            case { Kind: PropertyKind.Object, Members.IsEmpty: false }:
                WriteMembers(text, value.Members, indent);
                break;
            case { Kind: PropertyKind.List, Items.Count: > 0 }:
                WriteItems(text, value.Items, indent);
                break;
            default:
                text.Append(value.ToString());
                break;
        }
    }

    private static void WriteMembers(StringBuilder text, PropertyMap members, int indent)
    {
        var width = WidthOfNames(members);
        text.Append("{\n");
        foreach (var (name, value) in Members.InOrder(members))
        {
            text.Append(' ', indent + Step).Append(name.PadRight(width)).Append(": ");
            Write(text, value, indent + Step);
            text.Append('\n');
        }

        text.Append(' ', indent).Append('}');
    }

    private static void WriteItems(StringBuilder text, PropertyList items, int indent)
    {
        var index = 0;
        text.Append("[\n");
        foreach (var item in items)
        {
            text.Append(' ', indent + Step).Append(CultureInfo.InvariantCulture, $"[{index++}]: ");
            Write(text, item, indent + Step);
            text.Append('\n');
        }

        text.Append(' ', indent).Append(']');
    }

    /// <summary>The length of the longest name, so that values line up.</summary>
    public static int WidthOfNames(PropertyMap members)
    {
        var width = 0;
        foreach (var member in members)
        {
            width = Math.Max(width, member.Name.Length);
        }

        return width;
    }
}
