using Generate.Files;
using Generate.Schema;
using Generate.Sdk;

namespace Generate.Views;

/// <summary>Which of a package's resources take tags, and how: what a policy on tags cannot know from typed views, one type each.</summary>
internal static class TaggedTypes
{
    private static readonly string[] Names = ["tags", "resourceTags", "hubTags"];

    public static GeneratedFile Of(PackageSchema schema, string @namespace)
    {
        var code = Header.Begin(schema)
            .Line("using System.Collections.Generic;")
            .Line()
            .Line($"namespace {@namespace};")
            .Line();
        code.Line("/// <summary>The resource types that take tags, whether they have a view or not.</summary>").Block("public static class TaggedTypes", () =>
        {
            code.Line("/// <summary>Types with the property that holds their tags, and whether it is a list of keys and values rather than a map.</summary>")
                .Line("public static IReadOnlyList<(string Type, string Property, bool IsList)> All { get; } =")
                .Line("[");
            foreach (var (token, property) in schema.ResourceTokens.SelectMany(token => TagsOf(schema, schema.Resource(token)))
                .DistinctBy(tagged => tagged.Token)
                .OrderBy(tagged => tagged.Token, StringComparer.Ordinal))
                code.Line($"    ({Literal.Of(token)}, {Literal.Of(property.WireName)}, {(property.Type is TypeSpec.ArrayOf ? "true" : "false")}),");
            code.Line("];");
        });
        return new($"{string.Join('/', @namespace.Split('.').Skip(1))}/TaggedTypes.cs", code.ToString());
    }

    private static IEnumerable<(string Token, PropertySpec Property)> TagsOf(PackageSchema schema, ResourceSpec spec) =>
        from property in spec.Inputs.Where(property => Names.Contains(property.WireName) && AreTags(schema, property.Type)).Take(1)
        from token in new[] { spec.Token }.Concat(spec.AliasTypes)
        select (token, property);

    /// <summary>A map, or a list of keys and values. The tags of an Auto Scaling group say more, so that nobody can add one without a choice.</summary>
    private static bool AreTags(PackageSchema schema, TypeSpec type) => type switch
    {
        TypeSpec.MapOf => true,
        TypeSpec.ArrayOf(TypeSpec.ObjectRef(var token)) => schema.Object(token).Properties.All(property => property.WireName is "key" or "value"),
        _ => false,
    };
}
