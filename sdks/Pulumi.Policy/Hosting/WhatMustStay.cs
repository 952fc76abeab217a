namespace Pulumi.Policy.Hosting;

/// <summary>
/// Keeps what no remediation may lose: the bookkeeping of providers (names that begin with <c>__</c>), and that a value is secret.
/// </summary>
internal static class WhatMustStay
{
    public static PropertyMap In(PropertyMap before, PropertyMap after) =>
        PropertyMap.Build(writer => WriteMembers(writer, before, after));

    private static void WriteMembers(PropertyWriter writer, PropertyMap before, PropertyMap after)
    {
        foreach (var member in after.WithInternal)
        {
            writer.WriteName(member.Name);
            Write(writer, before[member.NameUtf8], member.Value);
        }

        foreach (var member in before.WithInternal)
        {
            if (member.NameUtf8.StartsWith("__"u8) && after[member.NameUtf8].IsMissing)
            {
                writer.WriteName(member.Name);
                writer.WriteValue(member.Value);
            }
        }
    }

    private static void Write(PropertyWriter writer, PropertyValue before, PropertyValue after)
    {
        if (before.IsSecret && !after.IsSecret)
        {
            writer.WriteStartSecret();
            writer.WriteValue(after);
            writer.WriteEndSecret();
        }
        else if (before.Kind == PropertyKind.Object && after is { Kind: PropertyKind.Object, IsSecret: false })
        {
            writer.WriteStartObject();
            WriteMembers(writer, before.Members, after.Members);
            writer.WriteEndObject();
        }
        else if (before.Kind == PropertyKind.List && after is { Kind: PropertyKind.List, IsSecret: false })
        {
            writer.WriteStartList();
            var items = before.Items.GetEnumerator();
            foreach (var item in after.Items)
            {
                Write(writer, items.MoveNext() ? items.Current : default, item);
            }

            writer.WriteEndList();
        }
        else
        {
            writer.WriteValue(after);
        }
    }
}
