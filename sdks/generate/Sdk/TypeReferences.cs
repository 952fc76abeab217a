using Generate.Naming;
using Generate.Schema;

namespace Generate.Sdk;

/// <summary>
/// Writes schema types as C# types. Whatever class it names it also remembers, so that exactly what is referred to is
/// emitted, and nothing twice.
/// </summary>
internal sealed class TypeReferences(PackageSchema schema, Names names)
{
    private readonly HashSet<(string Token, Shape Shape)> _objects = [];
    private readonly Queue<(string Token, Shape Shape)> _pending = [];
    private readonly SortedSet<string> _enums = new(StringComparer.Ordinal);

    public IReadOnlyCollection<string> Enums => _enums;

    /// <summary>A class that was referred to and not handed out yet.</summary>
    public bool TryNext(out (string Token, Shape Shape) next) => _pending.TryDequeue(out next);

    public string ClassName(string token, Shape shape) =>
        Names.Class(Token.Parse(token, schema)) + shape.Suffix(schema.HasBridgeNames);

    public string Namespace(string token, Shape shape) =>
        $"{names.Namespace(Token.Parse(token, schema))}.{(shape.IsOutput() ? "Outputs" : "Inputs")}";

    /// <summary>The type of a property of arguments.</summary>
    public Declared Input(TypeSpec type, Shape shape) => (type, shape) switch
    {
        (TypeSpec.ArrayOf(var element), Shape.PlainArgs) => Declared.Collection($"List<{Value(element, shape)}>"),
        (TypeSpec.MapOf(var element), Shape.PlainArgs) => Declared.Collection($"Dictionary<string, {Value(element, shape)}>"),
        (_, Shape.PlainArgs) => new Declared(Value(type, shape), IsCollection: false, IsValueType(type)),
        (TypeSpec.ArrayOf(var element), _) => Declared.Collection($"InputList<{Value(element, shape)}>"),
        (TypeSpec.MapOf(var element), _) => Declared.Collection($"InputMap<{Value(element, shape)}>"),
        (TypeSpec.OneOf(var alternatives), _) => Declared.Reference(Distinct(alternatives, shape) switch
        {
            [var only] => $"Input<{only}>",
            [var first, var second] => $"InputUnion<{first}, {second}>",
            _ => "object",
        }),
        _ => Declared.Reference($"Input<{Value(type, shape)}>"),
    };

    /// <summary>The type of a property of outputs: a list that is not there is an empty list, anything else null.</summary>
    public string Output(PropertySpec property, Shape shape) =>
        Value(property.Type, shape) + (property.IsRequired || property.Type is TypeSpec.ArrayOf ? "" : "?");

    private string Value(TypeSpec type, Shape shape) => type switch
    {
        TypeSpec.Primitive(var kind) => Primitive(kind),
        TypeSpec.ArrayOf(var element) => $"ImmutableArray<{Value(element, shape)}>",
        TypeSpec.MapOf(var element) => $"ImmutableDictionary<string, {Value(element, shape)}>",
        TypeSpec.ObjectRef(var token) => Object(token, shape),
        TypeSpec.EnumRef(var token, _) => Enum(token),
        TypeSpec.OneOf(var alternatives) => Union(alternatives, shape),
        TypeSpec.Any => "object",
        TypeSpec.Asset => "AssetOrArchive",
        TypeSpec.Archive => "Archive",
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, null),
    };

    private string Object(string token, Shape shape)
    {
        if (_objects.Add((token, shape)))
            _pending.Enqueue((token, shape));

        return $"global::{Namespace(token, shape)}.{ClassName(token, shape)}";
    }

    private string Enum(string token)
    {
        _enums.Add(token);
        var parsed = Token.Parse(token, schema);
        return $"global::{names.Namespace(parsed)}.{Names.Class(parsed)}";
    }

    /// <summary>Two alternatives are a union; more have no type of their own.</summary>
    private string Union(IReadOnlyList<TypeSpec> alternatives, Shape shape) => Distinct(alternatives, shape) switch
    {
        [var only] => only,
        [var first, var second] => $"Union<{first}, {second}>",
        _ => "object",
    };

    /// <summary>What comes back where text or an enum may stand is text.</summary>
    private List<string> Distinct(IReadOnlyList<TypeSpec> alternatives, Shape shape) => [.. alternatives
        .Select(alternative => alternative is TypeSpec.EnumRef(_, var underlying) && shape.IsOutput()
            ? Primitive(underlying)
            : Value(alternative, shape))
        .Distinct(StringComparer.Ordinal)];

    private static bool IsValueType(TypeSpec type) =>
        type is TypeSpec.EnumRef or TypeSpec.Primitive(not PrimitiveKind.String);

    private static string Primitive(PrimitiveKind kind) => kind switch
    {
        PrimitiveKind.String => "string",
        PrimitiveKind.Boolean => "bool",
        PrimitiveKind.Integer => "int",
        PrimitiveKind.Number => "double",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };
}

/// <summary>A type as written in a declaration.</summary>
/// <param name="IsCollection">Never null: made when first read.</param>
internal sealed record Declared(string Type, bool IsCollection, bool IsValueType)
{
    public static Declared Collection(string type) => new(type, IsCollection: true, IsValueType: false);

    public static Declared Reference(string type) => new(type, IsCollection: false, IsValueType: false);
}
