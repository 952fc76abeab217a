using Preview.Providers;

namespace Preview.Engine;

/// <summary>References to resources as those see them who do not know such a kind of value: as the id, or as the URN of what has none.</summary>
internal static class ResourceReferences
{
    public static PropertyMap Flatten(PropertyMap map)
    {
        if (map.Encoded.Span.IndexOf("5cf8f73096256a8f31e491e813e4eb8e"u8) < 0)
        {
            return map;
        }

        var writer = new PropertyWriter();
        WriteMembers(writer, map, insideSecret: false);
        return writer.ToMap();
    }

    private static void WriteMembers(PropertyWriter writer, PropertyMap map, bool insideSecret)
    {
        writer.WriteStartObject();
        foreach (var member in map.WithInternal)
        {
            writer.WriteName(member.Name);
            Write(writer, member.Value, insideSecret);
        }

        writer.WriteEndObject();
    }

    private static void Write(PropertyWriter writer, PropertyValue value, bool insideSecret)
    {
        if (value.Kind != PropertyKind.Resource)
        {
            Secrets.Write(writer, value, insideSecret, WriteContent);
            return;
        }

        var flat = IdOf(value);
        writer.WriteValue(value.IsSecret && !insideSecret ? PropertyValue.SecretOf(flat) : flat);
    }

    private static void WriteContent(PropertyWriter writer, PropertyValue value, bool insideSecret)
    {
        if (value.Kind == PropertyKind.Object)
        {
            WriteMembers(writer, value.Members, insideSecret);
            return;
        }

        writer.WriteStartList();
        foreach (var item in value.Items)
        {
            Write(writer, item, insideSecret);
        }

        writer.WriteEndList();
    }

    /// <summary>Programs send an id that is not known yet as unknown or as an empty text.</summary>
    private static PropertyValue IdOf(PropertyValue reference) => reference.Members["id"] switch
    {
        { IsMissing: true } => PropertyValue.Of(reference.Members["urn"].AsString()),
        { IsUnknown: true } => PropertyValue.Unknown,
        var id when id.Is(""u8) => PropertyValue.Unknown,
        var id => PropertyValue.Of(id.AsString()),
    };
}
