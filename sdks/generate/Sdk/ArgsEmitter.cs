using Generate.Files;
using Generate.Naming;
using Generate.Schema;

namespace Generate.Sdk;

/// <summary>Classes that a program fills in: arguments and lookup state of resources, of functions, and what nests in them.</summary>
internal sealed class ArgsEmitter(PackageSchema schema, Names names, TypeReferences types)
{
    /// <param name="sendJson">Providers are configured with text: whatever is not text is sent as JSON.</param>
    public void Emit(
        CodeWriter code, string className, string baseClass, IReadOnlyList<PropertySpec> properties, Shape shape, bool sendJson = false) =>
        code.Block($"public sealed class {className} : {baseClass}", () =>
        {
            foreach (var property in properties)
                Property(code, className, property, shape, sendJson);

            if (properties.Any(property => property.Default is not null))
                Constructor(code, className, properties);

            code.Line($"public static new {className} Empty => new {className}();");
        });

    private void Property(CodeWriter code, string className, PropertySpec property, Shape shape, bool sendJson)
    {
        var name = names.Property(property, className);
        var declared = types.Input(property.Type, shape);
        var field = Names.Field(property);

        // Only members with a field are marked as deprecated, and no output is: so it is in the official packages, and
        // a program shall meet the same warnings with either.
        code.Line(Attribute(property, sendJson));
        if (declared.IsCollection || property.IsSecret)
        {
            code.Line($"private {declared.Type}? {field};");
            Deprecated.Mark(code, property.Deprecation);
            code.Block($"public {declared.Type}{(declared.IsCollection ? "" : "?")} {name}", () => code
                .Line(declared.IsCollection ? $"get => {field} ??= new {declared.Type}();" : $"get => {field};")
                .Line(property.IsSecret ? $"set => {field} = Utilities.Secret(value);" : $"set => {field} = value;"));
        }
        else
        {
            code.Line((property.IsRequired, declared.IsValueType) switch
            {
                (true, true) => $"public {declared.Type} {name} {{ get; set; }}",
                (true, false) => $"public {declared.Type} {name} {{ get; set; }} = null!;",
                _ => $"public {declared.Type}? {name} {{ get; set; }}",
            });
        }

        code.Line();
    }

    private static string Attribute(PropertySpec property, bool sendJson)
    {
        var isText = property.Type is TypeSpec.Primitive(PrimitiveKind.String) or TypeSpec.EnumRef;
        return $"[Input({Literal.Of(property.WireName)}"
            + (property.IsRequired ? ", required: true" : "")
            + (sendJson && !isText ? ", json: true" : "")
            + ")]";
    }

    private void Constructor(CodeWriter code, string className, IReadOnlyList<PropertySpec> properties) => code
        .Block($"public {className}()", () =>
        {
            foreach (var property in properties)
            {
                if (property.Default is { } value)
                    code.Line($"{names.Property(property, className)} = {Default(className, property, value)};");
            }
        })
        .Line();

    private string Default(string className, PropertySpec property, DefaultSpec value)
    {
        var constant = value.Value is { } json && property.Type is TypeSpec.Primitive ? Literal.Of(json) : null;
        var isText = property.Type is TypeSpec.Primitive(PrimitiveKind.String);
        if (value.Value is not null && constant is null || value.Environment.Count > 0 && !isText)
        {
            throw new GeneratorException(
                $"{className}.{property.WireName} has a default this generator does not offer: constants of strings, "
                    + "booleans and numbers are, and environment variables of strings.",
                schema.File);
        }

        var variables = string.Join(", ", value.Environment.Select(Literal.Of));
        return (value.Environment.Count, constant) switch
        {
            (0, _) => constant!,
            (_, null) => $"Utilities.GetEnv({variables})!",
            _ => $"Utilities.GetEnv({variables}) ?? {constant}",
        };
    }
}
