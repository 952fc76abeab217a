using System.Collections.Immutable;
using Preview.Providers;

namespace Preview.Engine;

/// <summary>
/// Output values are how a program sends a value together with whether it is known and secret and what it depends on. Providers
/// and policies get the value alone, unknown or secret; the dependencies become those of the input.
/// </summary>
internal static class OutputValues
{
    /// <summary>The properties without output values, and the URNs that each property depended on through them.</summary>
    public static (PropertyMap Properties, ImmutableDictionary<string, ImmutableArray<string>> Dependencies) Reduce(PropertyMap map)
    {
        var dependencies = ImmutableDictionary<string, ImmutableArray<string>>.Empty;
        if (map.Encoded.Span.IndexOf("d0e6a833031e9bbcd3f4e8bde6ca49a4"u8) < 0)
        {
            return (map, dependencies);
        }

        var writer = new PropertyWriter();
        writer.WriteStartObject();
        foreach (var member in map.WithInternal)
        {
            var urns = new HashSet<string>();
            writer.WriteName(member.Name);
            Write(writer, member.Value, insideSecret: false, urns);
            if (urns.Count > 0)
            {
                dependencies = dependencies.SetItem(member.Name, [.. urns.Order(StringComparer.Ordinal)]);
            }
        }

        writer.WriteEndObject();
        return (writer.ToMap(), dependencies);
    }

    private static void Write(PropertyWriter writer, PropertyValue value, bool insideSecret, HashSet<string> urns)
    {
        CollectDependencies(value, urns);
        switch (value.Kind)
        {
            case PropertyKind.Unknown when !value.IsSecret || insideSecret:
                writer.WriteUnknown();
                break;
            case PropertyKind.Unknown:
                writer.WriteStartSecret();
                writer.WriteUnknown();
                writer.WriteEndSecret();
                break;
            case PropertyKind.List or PropertyKind.Object:
                Secrets.Write(writer, value, insideSecret, (_, content, secret) => WriteContent(writer, content, secret, urns));
                break;
            case var _ when WrappedValue.Unwrap(value, out var inner):
                WriteSimple(writer, inner, value.IsSecret && !insideSecret);
                break;
            default:
                writer.WriteValue(value);
                break;
        }
    }

    private static void WriteContent(PropertyWriter writer, PropertyValue value, bool insideSecret, HashSet<string> urns)
    {
        if (value.Kind == PropertyKind.List)
        {
            writer.WriteStartList();
            foreach (var item in value.Items)
            {
                Write(writer, item, insideSecret, urns);
            }

            writer.WriteEndList();
            return;
        }

        writer.WriteStartObject();
        foreach (var member in value.Members.WithInternal)
        {
            writer.WriteName(member.Name);
            Write(writer, member.Value, insideSecret, urns);
        }

        writer.WriteEndObject();
    }

    private static void WriteSimple(PropertyWriter writer, PropertyValue value, bool secret)
    {
        if (secret)
        {
            writer.WriteStartSecret();
            writer.WriteValue(value);
            writer.WriteEndSecret();
        }
        else
        {
            writer.WriteValue(value);
        }
    }

    private static void CollectDependencies(PropertyValue value, HashSet<string> urns)
    {
        foreach (var wrapper in WrappedValue.WrappersOf(value))
        {
            foreach (var urn in wrapper["dependencies"].Items)
            {
                urns.Add(urn.AsString() ?? "");
            }
        }
    }
}
