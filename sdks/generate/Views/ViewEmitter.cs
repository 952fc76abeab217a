using Generate.Files;
using Generate.Schema;
using Generate.Sdk;

namespace Generate.Views;

/// <summary>One view: a struct around a property value, with a typed member for each property.</summary>
internal sealed class ViewEmitter(ViewNames names)
{
    private static readonly string[] OwnNames = ["From", "IsMissing", "IsUnknown", "IsSecret", "ToString", "Equals", "GetHashCode"];

    /// <returns>The object types whose views it refers to.</returns>
    public IReadOnlyList<string> Resource(CodeWriter code, ResourceSpec spec)
    {
        // A policy meets the inputs, and in a stack policy the outputs too, which repeat most of them.
        var properties = spec.Inputs.Concat(spec.Outputs)
            .GroupBy(property => property.WireName)
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => group.First())
            .ToList();
        var view = names.Resource(spec.Token);
        string[] types = [.. new[] { spec.Token }.Concat(spec.AliasTypes).Distinct(StringComparer.Ordinal)];
        return View(code, view, $"IResourceView<{view}>", properties, () =>
        {
            Declare("string", "ResourceType", $"=> {Literal.Of(spec.Token)};");
            Declare("IReadOnlyList<string>", "ResourceTypes", $"{{ get; }} = [{string.Join(", ", types.Select(Literal.Of))}];");
        });

        void Declare(string type, string name, string body) => code
            .Line(IsTaken(name, properties, view) ? $"static {type} IResourceView<{view}>.{name} {body}" : $"public static {type} {name} {body}")
            .Line();
    }

    /// <returns>The object types whose views it refers to.</returns>
    public IReadOnlyList<string> Nested(CodeWriter code, ObjectSpec spec)
    {
        var view = names.Nested(spec.Token);
        return View(code, view, $"IPropertyView<{view}>", spec.Properties, () => { });
    }

    private List<string> View(CodeWriter code, string view, string implements, IReadOnlyList<PropertySpec> properties, Action statics)
    {
        var nested = new List<string>();
        code.Block($"public readonly record struct {view} : {implements}", () =>
        {
            code.Line("private readonly PropertyValue _value;")
                .Line()
                .Line($"private {view}(PropertyValue value) => _value = value;")
                .Line();

            statics();

            // Where a property of the resource is called so itself, that one keeps the name.
            code.Line(IsTaken("Value", properties, view)
                    ? $"PropertyValue IPropertyView<{view}>.Value => _value;"
                    : "public PropertyValue Value => _value;")
                .Line()
                .Line("public bool IsMissing => _value.Kind is PropertyKind.Missing or PropertyKind.Null;")
                .Line()
                .Line("public bool IsUnknown => _value.IsUnknown;")
                .Line()
                .Line("public bool IsSecret => _value.IsSecret;")
                .Line()
                .Line($"public static {view} From(PropertyValue value) => new {view}(value);")
                .Line();

            foreach (var property in properties)
                Member(code, view, property, nested);

            // Otherwise a record would read and print every property there can be.
            code.Block("private bool PrintMembers(StringBuilder text)", () => code
                .Line("text.Append(_value.ToString());")
                .Line("return true;"));
        });
        return nested;
    }

    private void Member(CodeWriter code, string view, PropertySpec property, List<string> nested)
    {
        var type = ViewType.Of(property, names.QualifiedNested);
        if (type.Nested is not null)
            nested.Add(type.Nested);

        var name = names.Member(property, view);
        if (OwnNames.Contains(name))
            throw new GeneratorException($"{view} has members of its own that are called {name}; leave it out of the manifest.", view);

        var wire = Literal.Of(property.WireName);
        code.Block($"public {type.Declaration} {name}", () => code
                .Line($"get => {type.Read.Replace("{0}", $"_value[{wire}u8]", StringComparison.Ordinal)};")
                .Line($"init => _value = _value.With({wire}, {type.Write.Replace("{0}", "value", StringComparison.Ordinal)});"))
            .Line();
    }

    private bool IsTaken(string name, IReadOnlyList<PropertySpec> properties, string view) =>
        properties.Any(property => names.Member(property, view) == name);
}
