using System.Text.Json;
using System.Text.RegularExpressions;

namespace Generate.Schema;

/// <summary>
/// A Pulumi package schema, trimmed or whole. Only what is asked for is read out of it, so a schema of tens of
/// megabytes costs little more than parsing it.
/// </summary>
internal sealed class PackageSchema
{
    private readonly JsonElement _root;
    private readonly Dictionary<string, TypeEntry> _types = new(StringComparer.Ordinal);

    private PackageSchema(string file, JsonElement root)
    {
        File = file;
        _root = root;
        Name = Text(root, "name") ?? throw Broken("has no \"name\"");
        Version = (Text(root, "version") ?? throw Broken("has no \"version\"")).TrimStart('v');
        ModuleFormat = new Regex(
            root.TryGetProperty("meta", out var meta) ? Text(meta, "moduleFormat") ?? "(.*)" : "(.*)",
            RegexOptions.CultureInvariant);

        var csharp = root.TryGetProperty("language", out var language) && language.TryGetProperty("csharp", out var found)
            ? found
            : default;
        HasBridgeNames = csharp.ValueKind == JsonValueKind.Object && Text(csharp, "compatibility") == "tfbridge20";
        RootNamespace = (csharp.ValueKind == JsonValueKind.Object ? Text(csharp, "rootNamespace") : null) ?? "Pulumi";
        Namespaces = csharp.ValueKind == JsonValueKind.Object && csharp.TryGetProperty("namespaces", out var namespaces)
            ? namespaces.EnumerateObject().ToDictionary(entry => entry.Name, entry => entry.Value.GetString()!)
            : [];

        ResourceTokens = Keys("resources");
        FunctionTokens = Keys("functions");
    }

    public string File { get; }

    public string Name { get; }

    public string Version { get; }

    /// <summary>Its first group is the part of a token's module that names the C# namespace.</summary>
    public Regex ModuleFormat { get; }

    /// <summary>Packages bridged from Terraform name the nested types of functions in a way of their own.</summary>
    public bool HasBridgeNames { get; }

    public string RootNamespace { get; }

    /// <summary>C# namespace by module, casing included.</summary>
    public IReadOnlyDictionary<string, string> Namespaces { get; }

    public IReadOnlyCollection<string> ResourceTokens { get; }

    public IReadOnlyCollection<string> FunctionTokens { get; }

    public string ProviderToken => $"pulumi:providers:{Name}";

    public static PackageSchema Load(string file)
    {
        try
        {
            using var document = JsonDocument.Parse(System.IO.File.ReadAllBytes(file));
            return new PackageSchema(file, document.RootElement.Clone());
        }
        catch (JsonException fault)
        {
            throw new GeneratorException($"is not JSON: {fault.Message}", file);
        }
        catch (IOException fault)
        {
            throw new GeneratorException($"cannot be read: {fault.Message}", file);
        }
    }

    public ResourceSpec Resource(string token) =>
        new SpecReader(this).Resource(token, Entry("resources", token));

    public FunctionSpec Function(string token) =>
        new SpecReader(this).Function(token, Entry("functions", token));

    public ResourceSpec Provider() =>
        new SpecReader(this).Resource(
            ProviderToken,
            _root.TryGetProperty("provider", out var provider) ? provider : throw Broken("has no \"provider\""));

    public ObjectSpec Object(string token) => (ObjectSpec)Type(token).Spec;

    public EnumSpec Enum(string token) => (EnumSpec)Type(token).Spec;

    /// <summary>Whether a reference can be followed; the SDKs of other languages add types that a schema only names.</summary>
    public bool HasType(string token) => TryEntry("types", token, out _);

    /// <summary>The kind of an enum, or null for an object.</summary>
    public PrimitiveKind? EnumKind(string token) => SpecReader.EnumKind(Entry("types", token), token, File);

    private TypeEntry Type(string token)
    {
        if (!_types.TryGetValue(token, out var entry))
        {
            var reader = new SpecReader(this);
            var json = Entry("types", token);
            entry = new TypeEntry(EnumKind(token) is { } kind ? reader.Enum(token, kind, json) : reader.Object(token, json));
            _types.Add(token, entry);
        }

        return entry;
    }

    private JsonElement Entry(string section, string token) =>
        TryEntry(section, token, out var entry) ? entry : throw Broken($"has no {token} among its {section}");

    private bool TryEntry(string section, string token, out JsonElement entry)
    {
        entry = default;
        return _root.TryGetProperty(section, out var entries) && entries.TryGetProperty(token, out entry);
    }

    private string[] Keys(string section) =>
        _root.TryGetProperty(section, out var entries) ? [.. entries.EnumerateObject().Select(entry => entry.Name)] : [];

    private GeneratorException Broken(string what) => new(what, File);

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) ? value.GetString() : null;

    private sealed record TypeEntry(object Spec);
}
