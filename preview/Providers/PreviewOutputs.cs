using Preview.Schemas;

namespace Preview.Providers;

/// <summary>What a provider answers to the preview of a create: the inputs, and as unknown whatever only the cloud decides.</summary>
internal static class PreviewOutputs
{
    private const string Tags = "tags";
    private const string AllTags = "tagsAll";

    public static PropertyMap For(PropertyMap checkedInputs, ResourceSchema schema)
    {
        var inputs = ProviderDefaults.Remove(checkedInputs);
        return PropertyMap.Build(writer =>
        {
            foreach (var member in inputs.WithInternal)
            {
                // A null counts as left out wherever the cloud decides.
                if (member.Value.Kind != PropertyKind.Null || !IsComputed(member.Name, schema))
                {
                    writer.WriteName(member.Name);
                    writer.WriteValue(member.Value);
                }
            }

            foreach (var (name, property) in schema.Outputs.Properties.OrderBy(property => property.Key, StringComparer.Ordinal))
            {
                if (inputs[name].Kind is PropertyKind.Missing or PropertyKind.Null && IsComputed(name, schema))
                {
                    writer.WriteName(name);
                    WriteComputed(writer, name, property, inputs);
                }
            }
        });
    }

    /// <summary>An optional input that was left out stays out; everything else that comes out is the cloud's to decide.</summary>
    private static bool IsComputed(string name, ResourceSchema schema) =>
        schema.Outputs.Properties.ContainsKey(name)
        && (!schema.Inputs.Properties.ContainsKey(name) || schema.Outputs.Required.Contains(name));

    private static void WriteComputed(PropertyWriter writer, string name, PropertySchema property, PropertyMap inputs)
    {
        var value = name == AllTags
            ? inputs[Tags] is { Kind: not (PropertyKind.Missing or PropertyKind.Null) } tags ? tags : PropertyValue.Of(PropertyMap.Empty)
            : PropertyValue.Unknown;
        writer.WriteValue(property.IsSecret ? Secrets.Mark(value) : value);
    }
}
