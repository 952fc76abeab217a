using Generate.Schema;

namespace Generate.Sdk;

/// <summary>
/// The property paths whose change replaces a resource. Below a path that replaces as a whole nothing more is listed;
/// <c>[*]</c> stands for every element of a list, <c>.*</c> for every value of a map.
/// </summary>
internal static class ReplacePaths
{
    public static IEnumerable<string> Of(IReadOnlyList<PropertySpec> properties, PackageSchema schema) =>
        properties.SelectMany(property => Of(property, property.WireName, [], schema));

    private static IEnumerable<string> Of(PropertySpec property, string path, string[] around, PackageSchema schema) =>
        property.ReplacesOnChange ? [path + Every(property.Type)] : Inside(property.Type, path, around, schema);

    private static IEnumerable<string> Inside(TypeSpec type, string path, string[] around, PackageSchema schema) => type switch
    {
        TypeSpec.ArrayOf(var element) => Inside(element, $"{path}[*]", around, schema),
        TypeSpec.MapOf(var element) => Inside(element, $"{path}.*", around, schema),
        // A type that contains itself ends where it begins again.
        TypeSpec.ObjectRef(var token) when !around.Contains(token) => schema.Object(token).Properties.SelectMany(
            property => Of(property, $"{path}.{property.WireName}", [.. around, token], schema)),
        _ => [],
    };

    private static string Every(TypeSpec type) => type switch
    {
        TypeSpec.ArrayOf => "[*]",
        TypeSpec.MapOf => ".*",
        _ => "",
    };
}
