using System.Collections.Immutable;
using Preview.CommandLine;

namespace Preview.Projects;

/// <summary>A setting that Pulumi.yaml declares.</summary>
/// <param name="Key">namespace:name.</param>
/// <param name="DeclaredKey">The key as Pulumi.yaml writes it, for messages.</param>
/// <param name="Type">What its value must be; null: anything.</param>
/// <param name="IsSecret">Whether a stack file must keep it encrypted.</param>
/// <param name="Default">Its value where the stack file has none; null: the stack file must have one, if it belongs to the project.</param>
internal sealed record DeclaredSetting(string Key, string DeclaredKey, SettingType? Type, bool IsSecret, YamlNode? Default)
{
    private static readonly ImmutableArray<string> KnownMembers = ["type", "description", "items", "default", "value", "secret"];

    public static DeclaredSetting Read(string project, string declaredKey, YamlNode node)
    {
        var key = ConfigKey.Qualify(project, declaredKey);
        if (node is not YamlMap map || !map.Members.All(member => KnownMembers.Contains(member.Name)))
        {
            return node is YamlMap faulty
                ? throw Unexpected(declaredKey, faulty)
                : new(key, declaredKey, Type: null, IsSecret: false, node);
        }

        var type = map["type"] is null ? null : SettingType.Read(declaredKey, map);
        var isSecret = map["secret"] is YamlScalar secret && YamlScalarValue.Of(secret) is true;
        var setting = new DeclaredSetting(key, declaredKey, type, isSecret, map["default"] ?? map["value"]);
        return map["default"] is { } byDefault && type is not null && !type.Accepts(byDefault)
            ? throw new UserErrorException(
                $"{ProjectFile.FileName}, line {byDefault.Line}: the default of {declaredKey} is {byDefault.Kind} that is not of the type '{type}'.")
            : setting;
    }

    private static UserErrorException Unexpected(string declaredKey, YamlMap map)
    {
        var (name, value) = map.Members.First(member => !KnownMembers.Contains(member.Name));
        return new(
            $"{ProjectFile.FileName}, line {value.Line}: the setting {declaredKey} has {name}; accepted are {string.Join(", ", KnownMembers)}."
            + Spelling.Suggest(name, KnownMembers));
    }
}
