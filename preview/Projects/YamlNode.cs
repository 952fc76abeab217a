using System.Collections.Immutable;

namespace Preview.Projects;

/// <summary>A part of a YAML document, with the line it begins in.</summary>
internal abstract record YamlNode(int Line)
{
    /// <summary>What it is, for messages.</summary>
    public abstract string Kind { get; }
}

/// <param name="Text">The text, quotes and escapes resolved.</param>
/// <param name="IsPlain">Whether it stands without quotes, so that it may mean a number, a date, true, false or null.</param>
internal sealed record YamlScalar(string Text, bool IsPlain, int Line) : YamlNode(Line)
{
    public override string Kind => "a single value";
}

internal sealed record YamlList(ImmutableArray<YamlNode> Items, int Line) : YamlNode(Line)
{
    public override string Kind => "a list";
}

internal sealed record YamlMap(ImmutableArray<YamlMember> Members, int Line) : YamlNode(Line)
{
    public override string Kind => "a map";

    public YamlNode? this[string name] => Members.FirstOrDefault(member => member.Name == name).Value;
}

internal readonly record struct YamlMember(string Name, YamlNode Value);
