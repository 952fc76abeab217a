using Generate.Schema;

namespace Generate.Naming;

/// <summary>How tokens and wire names become C# namespaces, classes and members.</summary>
internal sealed class Names(PackageSchema schema)
{
    public string RootNamespace { get; } = $"{schema.RootNamespace}.{Segment(schema, schema.Name)}";

    /// <summary>Such as <c>Pulumi.Aws.Sagemaker</c>; the root of the package for the module "index".</summary>
    public string Namespace(Token token) => token.Module.Length == 0 ? RootNamespace : $"{RootNamespace}.{Module(token)}";

    /// <summary>The module's own part of the namespace, empty at the root.</summary>
    public string Module(Token token) => token.Module.Length == 0 ? "" : Segment(schema, token.Module);

    public static string Class(Token token) => Capitalised(token.Name);

    /// <summary>First letter upper-cased and nothing else, unless the schema says otherwise; acronyms keep their case.</summary>
    public string Property(PropertySpec property, string declaringClass)
    {
        var name = property.CSharpName ?? Capitalised(property.WireName);
        if (!IsIdentifier(name))
            throw new GeneratorException($"{declaringClass}.{property.WireName} is no C# name and the schema gives none.", schema.File);

        return name != declaringClass
            ? name
            : throw new GeneratorException(
                $"{declaringClass} has a member of its own name, which C# forbids. Give the property {property.WireName} "
                    + "a \"language.csharp.name\", the one of the official package.",
                schema.File);
    }

    /// <summary>Constructor parameters of output types keep the wire name.</summary>
    public static string Parameter(PropertySpec property) =>
        Keywords.Contains(property.WireName) ? $"@{property.WireName}" : property.WireName;

    public static string Field(PropertySpec property) => $"_{property.WireName}";

    private static string Segment(PackageSchema schema, string module) =>
        schema.Namespaces.TryGetValue(module, out var name) ? name : Capitalised(module);

    private static string Capitalised(string name) => name.Length == 0 ? name : char.ToUpperInvariant(name[0]) + name[1..];

    private static bool IsIdentifier(string name) =>
        name.Length > 0 && !char.IsAsciiDigit(name[0]) && name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '_');

    private static readonly HashSet<string> Keywords = new(StringComparer.Ordinal)
    {
        "abstract", "as", "base", "bool", "break", "byte", "case", "catch", "char", "checked", "class", "const",
        "continue", "decimal", "default", "delegate", "do", "double", "else", "enum", "event", "explicit", "extern",
        "false", "finally", "fixed", "float", "for", "foreach", "goto", "if", "implicit", "in", "int", "interface",
        "internal", "is", "lock", "long", "namespace", "new", "null", "object", "operator", "out", "override", "params",
        "private", "protected", "public", "readonly", "ref", "return", "sbyte", "sealed", "short", "sizeof",
        "stackalloc", "static", "string", "struct", "switch", "this", "throw", "true", "try", "typeof", "uint", "ulong",
        "unchecked", "unsafe", "ushort", "using", "virtual", "void", "volatile", "while",
    };
}
