namespace Preview.Providers;

/// <summary>Rewrites nested values so that what was secret stays so.</summary>
internal static class Secrets
{
    /// <summary>Writes the content of a list or an object.</summary>
    public delegate void ContentWriter(PropertyWriter writer, PropertyValue value, bool insideSecret);

    /// <summary>Writes a value: lists and objects through the function, everything else as it came.</summary>
    /// <param name="insideSecret">Whether something around the value is secret and has been written as such.</param>
    public static void Write(PropertyWriter writer, PropertyValue value, bool insideSecret, ContentWriter writeContent)
    {
        if (value.Kind is not (PropertyKind.List or PropertyKind.Object))
        {
            writer.WriteValue(value);
        }
        else if (value.IsSecret && !insideSecret)
        {
            writer.WriteStartSecret();
            writeContent(writer, value, insideSecret: true);
            writer.WriteEndSecret();
        }
        else
        {
            writeContent(writer, value, insideSecret);
        }
    }

    /// <summary>Marks a value secret, unless it is.</summary>
    public static PropertyValue Mark(PropertyValue value) => value.IsSecret ? value : PropertyValue.SecretOf(value);

    /// <summary>The same properties with nothing marked secret, for programs that do not know of secrets.</summary>
    public static PropertyMap Reveal(PropertyMap map)
    {
        if (map.Encoded.Span.IndexOf("1b47061264138c4ac30d75fd1eb44270"u8) < 0)
        {
            return map;
        }

        var writer = new PropertyWriter();
        RevealMembers(writer, map);
        return writer.ToMap();
    }

    private static void RevealMembers(PropertyWriter writer, PropertyMap map)
    {
        writer.WriteStartObject();
        foreach (var member in map.WithInternal)
        {
            writer.WriteName(member.Name);
            RevealValue(writer, member.Value);
        }

        writer.WriteEndObject();
    }

    private static void RevealValue(PropertyWriter writer, PropertyValue value)
    {
        switch (value.Kind)
        {
            case PropertyKind.Object:
                RevealMembers(writer, value.Members);
                break;
            case PropertyKind.List:
                writer.WriteStartList();
                foreach (var item in value.Items)
                {
                    RevealValue(writer, item);
                }

                writer.WriteEndList();
                break;
            case PropertyKind.Asset or PropertyKind.Archive or PropertyKind.Resource:
                writer.WriteMap(PropertyMap.Decode(value.Members.Encoded));
                break;
            case PropertyKind.String:
                writer.WriteString(value.AsString()!);
                break;
            case PropertyKind.Number:
                writer.WriteNumber(value.AsNumber()!.Value);
                break;
            case PropertyKind.Bool:
                writer.WriteBool(value.AsBool()!.Value);
                break;
            case PropertyKind.Unknown:
                writer.WriteUnknown();
                break;
            default:
                writer.WriteNull();
                break;
        }
    }
}
