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
    private readonly Dictionary<string, JsonElement> _resources;
    private readonly Dictionary<string, JsonElement> _functions;
    private readonly Dictionary<string, JsonElement> _types;
    private readonly Dictionary<string, object> _typesRead = new(StringComparer.Ordinal);

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

        _resources = Index(root, "resources");
        _functions = Index(root, "functions");
        _types = Index(root, "types");
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

    public IReadOnlyCollection<string> ResourceTokens => _resources.Keys;

    public IReadOnlyCollection<string> FunctionTokens => _functions.Keys;

    public string ProviderToken => $"pulumi:providers:{Name}";

    public static PackageSchema Load(string file)
    {
        try
        {
            // Never disposed: the specs are read out of it until the process ends.
            return new PackageSchema(file, JsonDocument.Parse(System.IO.File.ReadAllBytes(file)).RootElement);
        }
        catch (JsonException fault)
        {
            throw new GeneratorException($"This is not JSON: {fault.Message}", file);
        }
        catch (Exception fault) when (IsShape(fault))
        {
            throw new GeneratorException($"This is not a Pulumi package schema: {fault.Message}", file);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new GeneratorException($"The schema cannot be read: {fault.Message}", file);
        }
    }

    public ResourceSpec Resource(string token) => Read(token, reader => reader.Resource(token, Entry(_resources, "resources", token)));

    public FunctionSpec Function(string token) => Read(token, reader => reader.Function(token, Entry(_functions, "functions", token)));

    public ResourceSpec Provider() => Read(ProviderToken, reader => reader.Resource(
        ProviderToken,
        _root.TryGetProperty("provider", out var provider) ? provider : throw Broken("has no \"provider\"")));

    public ObjectSpec Object(string token) => (ObjectSpec)Type(token);

    public EnumSpec Enum(string token) => (EnumSpec)Type(token);

    /// <summary>Whether a reference can be followed; the SDKs of other languages add types that a schema only names.</summary>
    public bool HasType(string token) => _types.ContainsKey(token);

    /// <summary>The kind of an enum, or null for an object.</summary>
    public PrimitiveKind? EnumKind(string token) => SpecReader.EnumKind(Entry(_types, "types", token), token, File);

    private object Type(string token)
    {
        if (!_typesRead.TryGetValue(token, out var spec))
        {
            var json = Entry(_types, "types", token);
            spec = Read<object>(
                token,
                reader => EnumKind(token) is { } kind ? reader.Enum(token, kind, json) : reader.Object(token, json));
            _typesRead.Add(token, spec);
        }

        return spec;
    }

    private T Read<T>(string token, Func<SpecReader, T> read)
    {
        try
        {
            return read(new SpecReader(this));
        }
        catch (Exception fault) when (IsShape(fault))
        {
            throw Broken($"describes {token} in a way that the schema language does not know: {fault.Message}");
        }
    }

    /// <summary>What a JSON element throws when it is not what was asked for.</summary>
    private static bool IsShape(Exception fault) => fault is InvalidOperationException or KeyNotFoundException;

    private JsonElement Entry(Dictionary<string, JsonElement> entries, string section, string token) =>
        entries.TryGetValue(token, out var entry) ? entry : throw Broken($"has no {token} among its {section}");

    /// <summary>A search in a JSON object goes through all of it, and a whole schema has many thousands of entries.</summary>
    private static Dictionary<string, JsonElement> Index(JsonElement root, string section) =>
        root.TryGetProperty(section, out var entries)
            ? entries.EnumerateObject().ToDictionary(entry => entry.Name, entry => entry.Value, StringComparer.Ordinal)
            : [];

    private GeneratorException Broken(string what) => new($"The schema {what}.", File);

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) ? value.GetString() : null;
}
