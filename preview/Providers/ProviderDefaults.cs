namespace Preview.Providers;

/// <summary>
/// The list <c>__defaults</c> that a provider bridged from Terraform puts into every object of its checked inputs: names of the
/// members it filled in.
/// </summary>
internal static class ProviderDefaults
{
    private const string Key = "__defaults";

    /// <summary>The inputs with the list in each of their objects.</summary>
    /// <param name="inputs">Inputs that have been checked.</param>
    /// <param name="filledIn">Names of the top-level inputs that the provider filled in.</param>
    public static PropertyMap Add(PropertyMap inputs, params ReadOnlySpan<string> filledIn)
    {
        var writer = new PropertyWriter();
        WriteMarked(writer, inputs, filledIn, insideSecret: inputs.IsSecret);
        return writer.ToMap();
    }

    /// <summary>The inputs without the lists, as outputs show them.</summary>
    public static PropertyMap Remove(PropertyMap inputs)
    {
        if (inputs.Encoded.Span.IndexOf("__defaults"u8) < 0)
        {
            return inputs;
        }

        var writer = new PropertyWriter();
        WriteUnmarked(writer, inputs, insideSecret: inputs.IsSecret);
        return writer.ToMap();
    }

    private static void WriteMarked(PropertyWriter writer, PropertyMap map, ReadOnlySpan<string> filledIn, bool insideSecret)
    {
        writer.WriteStartObject();
        foreach (var member in map.WithInternal)
        {
            if (!member.NameUtf8.SequenceEqual("__defaults"u8))
            {
                writer.WriteName(member.Name);
                Secrets.Write(writer, member.Value, insideSecret, WriteMarkedValue);
            }
        }

        writer.WriteName(Key);
        writer.WriteStartList();
        foreach (var name in filledIn)
        {
            writer.WriteString(name);
        }

        writer.WriteEndList();
        writer.WriteEndObject();
    }

    private static void WriteMarkedValue(PropertyWriter writer, PropertyValue value, bool insideSecret)
    {
        if (value.Kind == PropertyKind.List)
        {
            writer.WriteStartList();
            foreach (var item in value.Items)
            {
                // The bridge looks for objects in a list, and neither into lists of lists nor behind a secret in one.
                if (item.Kind == PropertyKind.Object && item.IsSecret == insideSecret)
                {
                    WriteMarked(writer, item.Members, [], insideSecret);
                }
                else
                {
                    writer.WriteValue(item);
                }
            }

            writer.WriteEndList();
        }
        else if (IsMapOfTexts(value))
        {
            writer.WriteMap(value.Members);
        }
        else
        {
            WriteMarked(writer, value.Members, [], insideSecret);
        }
    }

    /// <summary>Whether this looks like tags: an object of texts only. An unknown is no text.</summary>
    private static bool IsMapOfTexts(PropertyValue value)
    {
        foreach (var member in value.Members.WithInternal)
        {
            if (member.Value.Kind != PropertyKind.String || member.Value.IsSecret != value.IsSecret)
            {
                return false;
            }
        }

        return true;
    }

    private static void WriteUnmarked(PropertyWriter writer, PropertyMap map, bool insideSecret)
    {
        writer.WriteStartObject();
        foreach (var member in map.WithInternal)
        {
            if (!member.NameUtf8.SequenceEqual("__defaults"u8))
            {
                writer.WriteName(member.Name);
                Secrets.Write(writer, member.Value, insideSecret, WriteUnmarkedValue);
            }
        }

        writer.WriteEndObject();
    }

    private static void WriteUnmarkedValue(PropertyWriter writer, PropertyValue value, bool insideSecret)
    {
        if (value.Kind == PropertyKind.Object)
        {
            WriteUnmarked(writer, value.Members, insideSecret);
            return;
        }

        writer.WriteStartList();
        foreach (var item in value.Items)
        {
            Secrets.Write(writer, item, insideSecret, WriteUnmarkedValue);
        }

        writer.WriteEndList();
    }
}
