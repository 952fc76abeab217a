using System.Collections.Immutable;
using Preview.Providers;

namespace Preview.Engine;

/// <summary>Outputs that are secret because the program says so, or because the input of the same name is.</summary>
internal static class SecretOutputs
{
    public static PropertyMap Mark(PropertyMap outputs, PropertyMap inputs, ImmutableArray<string> additional)
    {
        if (additional.IsEmpty && inputs.Encoded.Span.IndexOf("1b47061264138c4ac30d75fd1eb44270"u8) < 0)
        {
            return outputs;
        }

        return PropertyMap.Build(writer =>
        {
            foreach (var member in outputs.WithInternal)
            {
                var isSecret = additional.Contains(member.Name) || inputs[member.NameUtf8].IsSecret;
                writer.WriteName(member.Name);
                writer.WriteValue(isSecret ? Secrets.Mark(member.Value) : member.Value);
            }
        });
    }
}
