using Generate.Files;
using Generate.Schema;
using Generate.Sdk;

namespace Generate.Views;

/// <summary>Which of a package's resources take tags, and how: what a policy on tags cannot know from typed views, one type each.</summary>
internal static class TaggedTypes
{
    private static readonly string[] Names = ["tags", "resourceTags", "hubTags"];

    public static GeneratedFile Of(PackageSchema schema, string @namespace, IEnumerable<string> tokens)
    {
        var code = Header.Begin(schema)
            .Line("using System.Collections.Frozen;")
            .Line("using System.Collections.Generic;")
            .Line()
            .Line($"namespace {@namespace};")
            .Line();
        code.Line("/// <summary>The resource types that take tags.</summary>").Block("public static class TaggedTypes", () =>
        {
            code.Line("/// <summary>The property that holds a type's tags, and whether it is a list of keys and values rather than a map.</summary>")
                .Line("public static FrozenDictionary<string, (string Property, bool IsList)> All { get; } =")
                .Line("    new Dictionary<string, (string Property, bool IsList)>")
                .Line("    {");
            foreach (var (token, property) in tokens.SelectMany(token => TagsOf(schema.Resource(token))))
                code.Line($"        [{Literal.Of(token)}] = ({Literal.Of(property.WireName)}, {(property.Type is TypeSpec.ArrayOf ? "true" : "false")}),");
            code.Line("    }.ToFrozenDictionary();");
        });
        return new($"{string.Join('/', @namespace.Split('.').Skip(1))}/TaggedTypes.cs", code.ToString());
    }

    private static IEnumerable<(string Token, PropertySpec Property)> TagsOf(ResourceSpec spec) =>
        from property in spec.Inputs.Where(property => Names.Contains(property.WireName)
            && property.Type is TypeSpec.MapOf or TypeSpec.ArrayOf(TypeSpec.ObjectRef)).Take(1)
        from token in new[] { spec.Token }.Concat(spec.AliasTypes).Distinct(StringComparer.Ordinal)
        select (token, property);
}
