using System.Globalization;
using Preview.Schemas;

namespace Preview.Providers;

/// <summary>Finds what the schema does not allow in a resource's inputs: the faults that the provider would refuse them for.</summary>
/// <remarks>What is not known yet may still turn out right, and is no fault.</remarks>
internal sealed class InputCheck
{
    private readonly PackageSchema package;
    private readonly List<Fault> faults = [];

    private InputCheck(PackageSchema package) => this.package = package;

    public static IReadOnlyList<Fault> Run(PackageSchema package, PropertyMap inputs, ObjectSchema schema)
    {
        var check = new InputCheck(package);
        check.CheckObject("", inputs, schema);
        return check.faults;
    }

    private void CheckObject(string path, PropertyMap value, ObjectSchema schema)
    {
        foreach (var (name, member) in Members.InOrder(value))
        {
            if (!schema.Properties.TryGetValue(name, out var property))
            {
                faults.Add(new(Join(path, name), "unexpected property: the schema has no such name"));
                continue;
            }

            CheckValue(Join(path, name), member, property);
        }

        foreach (var name in schema.Required)
        {
            if (value[name].Kind is PropertyKind.Missing or PropertyKind.Null)
            {
                faults.Add(new(Join(path, name), "missing required property"));
            }
        }
    }

    private void CheckValue(string path, PropertyValue value, PropertySchema schema)
    {
        if (value.Kind is PropertyKind.Missing or PropertyKind.Null or PropertyKind.Unknown)
        {
            return;
        }

        switch (schema.Kind)
        {
            case SchemaKind.Any:
                return;
            case SchemaKind.Union:
                CheckUnion(path, value, schema);
                return;
            case SchemaKind.Reference when package.Type(schema.Reference) is { Kind: SchemaKind.Object } type && value.Kind == PropertyKind.Object:
                CheckObject(path, value.Members, type.Members);
                return;
            case SchemaKind.Reference:
                CheckValue(path, value, new(package.Type(schema.Reference).Kind));
                return;
        }

        if (!Accepts(schema.Kind, value))
        {
            faults.Add(new(path, $"expected {schema.Word}, got {WordFor(value)}"));
        }
        else if (schema.Element is { } element)
        {
            CheckElements(path, value, element);
        }
    }

    private void CheckUnion(string path, PropertyValue value, PropertySchema schema)
    {
        var before = faults.Count;
        foreach (var option in schema.Options)
        {
            CheckValue(path, value, option);
            if (faults.Count == before)
            {
                return;
            }

            faults.RemoveRange(before, faults.Count - before);
        }

        faults.Add(new(path, "matches none of the accepted types"));
    }

    private void CheckElements(string path, PropertyValue value, PropertySchema element)
    {
        var index = 0;
        foreach (var item in value.Items)
        {
            CheckValue(string.Create(CultureInfo.InvariantCulture, $"{path}[{index++}]"), item, element);
        }

        foreach (var (name, member) in Members.InOrder(value.Members, includeInternal: true))
        {
            CheckValue(Join(path, name), member, element);
        }
    }

    private static bool Accepts(SchemaKind kind, PropertyValue value) => kind switch
    {
        // The bridge to Terraform makes a text of a number or a boolean.
        SchemaKind.String => value.Kind is PropertyKind.String or PropertyKind.Bool or PropertyKind.Number,
        SchemaKind.Integer => value.Kind == PropertyKind.Number && double.IsInteger(value.AsNumber()!.Value),
        SchemaKind.Number => value.Kind == PropertyKind.Number,
        SchemaKind.Boolean => value.Kind == PropertyKind.Bool,
        SchemaKind.Array => value.Kind == PropertyKind.List,
        _ => value.Kind == PropertyKind.Object,
    };

    /// <summary>The engine's own words for kinds of values.</summary>
    private static string WordFor(PropertyValue value) => value.Kind switch
    {
        PropertyKind.Bool => "bool",
        PropertyKind.Number => "number",
        PropertyKind.String => "string",
        PropertyKind.List => "[]",
        PropertyKind.Asset => "asset",
        PropertyKind.Archive => "archive",
        PropertyKind.Resource => $"resourceReference({value["urn"]}, {value["id"]}, {value["packageVersion"]})",
        _ => "object",
    };

    private static string Join(string path, string name) => path.Length == 0 ? name : $"{path}.{name}";
}
