using System.Globalization;
using System.Text;

namespace Policies.Workloads.Definitions;

/// <summary>A state machine's definition as a resource carries it: text or an object, with or without placeholders.</summary>
internal static class StateMachineDefinition
{
    /// <summary>Reads a definition that is JSON text.</summary>
    public static Reading ReadText(PropertyValue text, PropertyPath path) => Document(text, path, Resolve);

    /// <summary>Reads a definition that is JSON text with placeholders: CloudFormation's ${Name}.</summary>
    public static Reading ReadText(PropertyValue text, PropertyPath path, PropertyValue substitutions) =>
        text.AsString() is { } template
            ? Document(Text(Quoted(template), text.IsSecret), path, value => Resolve(value, substitutions))
            : ReadText(text, path);

    /// <summary>Reads a definition that is an object.</summary>
    public static Reading ReadObject(PropertyValue definition, PropertyPath path, PropertyValue substitutions) =>
        StateMachineReader.Read(new(
            definition, definition.ContainsSecret() ? path.Hidden() : path, value => Resolve(value, substitutions)));

    private static Reading Document(PropertyValue text, PropertyPath path, Func<PropertyValue, PropertyValue> resolve)
    {
        if (text.IsUnknown)
        {
            return Reading.Unknown(path);
        }

        var (document, fault) = DefinitionText.Parse(text);
        return fault is null
            ? StateMachineReader.Read(new(document, text.IsSecret ? path.Hidden() : path, resolve))
            : Reading.Fault($"{path} {fault}");
    }

    /// <summary>A JSONata expression is unknown before the machine runs.</summary>
    private static PropertyValue Resolve(PropertyValue value) =>
        value.Kind == PropertyKind.String && value.Utf8.TrimStart(" \t\r\n"u8).StartsWith("{%"u8) ? PropertyValue.Unknown : value;

    private static PropertyValue Resolve(PropertyValue value, PropertyValue substitutions)
    {
        if (value.Kind != PropertyKind.String || value.Utf8.IndexOf("${"u8) < 0)
        {
            return Resolve(value);
        }

        var template = value.AsString()!;
        var filled = new StringBuilder();
        var isSecret = value.IsSecret;
        var position = 0;
        while (template.IndexOf("${", position, StringComparison.Ordinal) is int start and >= 0
            && template.IndexOf('}', start) is int end and >= 0)
        {
            filled.Append(template, position, start - position);
            var substitution = substitutions[template[(start + 2)..end]];
            if (substitution.IsUnknown)
            {
                return PropertyValue.Unknown;
            }

            isSecret |= substitution.IsSecret;
            filled.Append(substitution.HasValue ? Plain(substitution) : template[start..(end + 1)]);
            position = end + 1;
        }

        filled.Append(template, position, template.Length - position);
        return Resolve(Text(filled.ToString(), isSecret));
    }

    private static string Plain(PropertyValue value) =>
        value.AsString() ?? value.AsNumber()?.ToString(CultureInfo.InvariantCulture) ?? (value.AsBool() == true ? "true" : "false");

    private static PropertyValue Text(string text, bool isSecret) =>
        isSecret ? PropertyValue.SecretOf(text) : PropertyValue.Of(text);

    /// <summary>The template with quotes around placeholders that stand for a number or truth value: JSON.</summary>
    private static string Quoted(string template)
    {
        var json = new StringBuilder(template.Length);
        var inText = false;
        for (var i = 0; i < template.Length; i++)
        {
            if (!inText && template[i] == '$' && i + 1 < template.Length && template[i + 1] == '{'
                && template.IndexOf('}', i) is int end and >= 0)
            {
                json.Append('"').Append(template, i, end - i + 1).Append('"');
                i = end;
                continue;
            }

            if (inText && template[i] == '\\' && i + 1 < template.Length)
            {
                json.Append(template[i++]);
            }
            else if (template[i] == '"')
            {
                inText = !inText;
            }

            json.Append(template[i]);
        }

        return json.ToString();
    }
}
