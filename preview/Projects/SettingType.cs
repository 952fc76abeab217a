using System.Collections.Immutable;
using System.Numerics;
using Preview.CommandLine;

namespace Preview.Projects;

/// <summary>The type of a declared setting: string, integer, boolean, array of some type, or object.</summary>
internal sealed record SettingType(string Name, SettingType? Items)
{
    private static readonly ImmutableArray<string> Names = ["string", "integer", "boolean", "array", "object"];

    /// <summary>Reads type and items of a declaration.</summary>
    public static SettingType Read(string declaredKey, YamlMap declaration)
    {
        var name = (declaration["type"] as YamlScalar)?.Text ?? "";
        if (!Names.Contains(name))
        {
            throw new UserErrorException(
                $"{ProjectFile.FileName}, line {declaration.Line}: the setting {declaredKey} has the type '{name}'; accepted are {string.Join(", ", Names)}.");
        }

        return (name, declaration["items"]) switch
        {
            ("array", YamlMap items) => new(name, Read(declaredKey, items)),
            ("array", _) => throw new UserErrorException(
                $"{ProjectFile.FileName}, line {declaration.Line}: the setting {declaredKey} is an array; add items with the type of its elements."),
            _ => new(name, Items: null),
        };
    }

    /// <summary>Whether a value may be given to a setting of this type; single values of another type count by their text.</summary>
    public bool Accepts(YamlNode node) => Name switch
    {
        "string" => node is YamlScalar,
        "integer" => node is YamlScalar scalar && BigInteger.TryParse(ConfigText.Of(scalar), out _),
        "boolean" => node is YamlScalar scalar && ConfigText.Of(scalar) is "true" or "false",
        "array" => node is YamlList list && list.Items.All(Items!.Accepts),
        _ => node is YamlMap,
    };

    public override string ToString() => Items is null ? Name : $"{Name}<{Items}>";
}
