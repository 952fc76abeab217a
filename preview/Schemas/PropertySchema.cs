using System.Collections.Immutable;

namespace Preview.Schemas;

/// <summary>The kinds of types that a package schema knows.</summary>
internal enum SchemaKind : byte
{
    /// <summary>Anything: assets, JSON, or a type of another package.</summary>
    Any,
    String,
    Integer,
    Number,
    Boolean,
    Array,
    Object,

    /// <summary>A named type of the same package.</summary>
    Reference,

    /// <summary>One of several types.</summary>
    Union,
}

/// <summary>What a value must be.</summary>
/// <param name="Kind">Its kind.</param>
internal sealed record PropertySchema(SchemaKind Kind)
{
    /// <summary>Type of an array's elements, or of the values of an object without declared members.</summary>
    public PropertySchema? Element { get; init; }

    /// <summary>Token of the named type.</summary>
    public string Reference { get; init; } = "";

    /// <summary>The types that are accepted.</summary>
    public ImmutableArray<PropertySchema> Options { get; init; } = [];

    /// <summary>Whether the provider treats it as secret.</summary>
    public bool IsSecret { get; init; }

    /// <summary>The kind in the words of the schema.</summary>
    public string Word => Kind switch
    {
        SchemaKind.String => "string",
        SchemaKind.Integer => "integer",
        SchemaKind.Number => "number",
        SchemaKind.Boolean => "boolean",
        SchemaKind.Array => "array",
        _ => "object",
    };
}

/// <summary>A named type: members of an object, or the kind of an enum's values.</summary>
internal sealed record TypeSchema(SchemaKind Kind, ObjectSchema Members);

/// <summary>The members of an object and which of them must be there.</summary>
internal sealed record ObjectSchema(ImmutableDictionary<string, PropertySchema> Properties, ImmutableArray<string> Required)
{
    public static ObjectSchema Empty { get; } = new(ImmutableDictionary<string, PropertySchema>.Empty, []);
}

/// <summary>A resource type: what goes in, and what comes out.</summary>
internal sealed record ResourceSchema(ObjectSchema Inputs, ObjectSchema Outputs);

/// <summary>A function: what it takes and gives.</summary>
internal sealed record FunctionSchema(ObjectSchema Inputs, ObjectSchema Outputs);
