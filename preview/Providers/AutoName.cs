using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Preview.Schemas;

namespace Preview.Providers;

/// <summary>The name that a provider gives a resource whose program gave none.</summary>
internal static class AutoName
{
    /// <summary>Hexadecimal digits that tell one resource from another of the same name.</summary>
    private const int SuffixLength = 7;

    private const int LongestName = 64;

    /// <summary>Types whose name property is called otherwise than its kind.</summary>
    private static readonly ImmutableDictionary<string, string> Exceptions =
        ImmutableDictionary<string, string>.Empty.Add("aws:s3/bucket:Bucket", "bucket");

    /// <summary>The input that names a resource of this type where it may be left out; null where there is none.</summary>
    public static string? PropertyOf(string type, ObjectSchema inputs)
    {
        if (Exceptions.TryGetValue(type, out var exception))
        {
            return exception;
        }

        var kind = type[(type.LastIndexOf(':') + 1)..];
        return Candidate("name") ?? Candidate($"{char.ToLowerInvariant(kind[0])}{kind[1..]}Name");

        string? Candidate(string name) =>
            inputs.Properties.TryGetValue(name, out var property) && property.Kind == SchemaKind.String && !inputs.Required.Contains(name)
                ? name
                : null;
    }

    /// <summary>
    /// The logical name and seven digits. Providers draw them by lot; here they come from the URN, so that two previews of one
    /// stack are equal.
    /// </summary>
    /// <returns>The name; null where it would be too long.</returns>
    public static string? For(string urn, string logicalName)
    {
        if (logicalName.Length + 1 + SuffixLength > LongestName)
        {
            return null;
        }

        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(urn)));
        return $"{logicalName}-{hash[..SuffixLength]}".ToLowerInvariant();
    }
}
