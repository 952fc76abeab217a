using System.Collections.Concurrent;
using System.Text.Json;

namespace Preview.Schemas;

/// <summary>
/// The schema of one package. The file is scanned once for where each resource, type and function stands; what is asked for is
/// read from there, since a stack uses a few dozen of a thousand.
/// </summary>
internal sealed class PackageSchema
{
    private readonly ReadOnlyMemory<byte> json;
    private readonly Dictionary<string, Range> resources = [];
    private readonly Dictionary<string, Range> types = [];
    private readonly Dictionary<string, Range> functions = [];
    private readonly ConcurrentDictionary<string, ResourceSchema?> readResources = new();
    private readonly ConcurrentDictionary<string, TypeSchema> readTypes = new();

    private PackageSchema(ReadOnlyMemory<byte> json)
    {
        this.json = json;
        Scan();
    }

    public string Name { get; private set; } = "";

    public string Version { get; private set; } = "";

    public static PackageSchema Read(ReadOnlyMemory<byte> json) => new(json);

    /// <summary>The resource type; null where the schema has none of that name.</summary>
    public ResourceSchema? Resource(string token) => readResources.GetOrAdd(token, static (token, self) =>
        self.resources.TryGetValue(token, out var range) ? SchemaReader.ReadResource(self.json.Span[range]) : null, this);

    /// <summary>The named type; one that the schema does not have accepts any object.</summary>
    public TypeSchema Type(string token) => readTypes.GetOrAdd(token, static (token, self) =>
        self.types.TryGetValue(token, out var range)
            ? SchemaReader.ReadType(self.json.Span[range])
            : new(SchemaKind.Any, ObjectSchema.Empty), this);

    /// <summary>The function; null where the schema has none of that name.</summary>
    public FunctionSchema? Function(string token) =>
        functions.TryGetValue(token, out var range) ? SchemaReader.ReadFunction(json.Span[range]) : null;

    private void Scan()
    {
        var reader = new Utf8JsonReader(json.Span);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var section = reader.GetString();
            reader.Read();
            switch (section)
            {
                case "name":
                    Name = reader.GetString()!;
                    break;
                case "version":
                    Version = reader.GetString()!;
                    break;
                case "resources":
                    Index(ref reader, resources);
                    break;
                case "types":
                    Index(ref reader, types);
                    break;
                case "functions":
                    Index(ref reader, functions);
                    break;
                default:
                    reader.Skip();
                    break;
            }
        }
    }

    /// <summary>Notes where each member of an object stands.</summary>
    private static void Index(ref Utf8JsonReader reader, Dictionary<string, Range> index)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var token = reader.GetString()!;
            reader.Read();
            var start = (int)reader.TokenStartIndex;
            reader.Skip();
            index[token] = start..(int)reader.BytesConsumed;
        }
    }
}
