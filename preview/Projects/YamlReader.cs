using System.Collections.Immutable;
using System.Globalization;
using Preview.CommandLine;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Preview.Projects;

/// <summary>Reads a YAML file into nodes, from the parser's events: the object mapping on top of it costs more than all the rest.</summary>
internal sealed class YamlReader
{
    private const string StringTag = "tag:yaml.org,2002:str";

    private readonly Dictionary<string, YamlNode> anchors = [];
    private readonly Parser parser;
    private readonly string file;

    private YamlReader(string text, string file)
    {
        parser = new(new StringReader(text));
        this.file = file;
    }

    /// <summary>The map that the file holds; an empty file is an empty map.</summary>
    /// <param name="text">Content of the file.</param>
    /// <param name="file">Name of the file, for messages.</param>
    /// <exception cref="UserErrorException">The file is no YAML, or holds something else.</exception>
    public static YamlMap ReadMap(string text, string file)
    {
        try
        {
            return new YamlReader(text, file).ReadDocument() switch
            {
                YamlMap map => map,
                null or YamlScalar { Text: "", IsPlain: true } => new([], Line: 1),
                var other => throw new UserErrorException($"{file} holds {other.Kind}; expected is a map of keys and values."),
            };
        }
        catch (YamlException fault)
        {
            throw new UserErrorException($"{file}, line {fault.Start.Line}: {fault.Message}");
        }
    }

    private YamlNode? ReadDocument()
    {
        Expect<StreamStart>();
        if (parser.Current is StreamEnd)
        {
            return null;
        }

        Expect<DocumentStart>();
        var node = ReadNode();
        Expect<DocumentEnd>();
        return parser.Current is StreamEnd ? node : throw Fault(parser.Current, "has a second document; a file holds one");
    }

    private YamlNode ReadNode()
    {
        if (parser.Current is null)
        {
            parser.MoveNext();
        }

        switch (parser.Current)
        {
            case AnchorAlias alias:
                parser.MoveNext();
                return anchors.TryGetValue(alias.Value.Value, out var anchored)
                    ? anchored
                    : throw Fault(alias, $"refers to *{alias.Value}, which is not defined before it");
            case Scalar scalar:
                parser.MoveNext();
                var isPlain = scalar.Style == ScalarStyle.Plain && (scalar.Tag.IsEmpty || scalar.Tag.Value != StringTag);
                return Remember(scalar, new YamlScalar(scalar.Value, isPlain, LineOf(scalar)));
            case SequenceStart start:
                parser.MoveNext();
                return Remember(start, ReadList(LineOf(start)));
            case MappingStart start:
                parser.MoveNext();
                return Remember(start, ReadMembers(LineOf(start)));
            default:
                throw Fault(parser.Current, "ends where a value is expected");
        }
    }

    private YamlList ReadList(int line)
    {
        var items = ImmutableArray.CreateBuilder<YamlNode>();
        while (parser.Current is not SequenceEnd)
        {
            items.Add(ReadNode());
        }

        parser.MoveNext();
        return new(items.ToImmutable(), line);
    }

    private YamlMap ReadMembers(int line)
    {
        var members = ImmutableArray.CreateBuilder<YamlMember>();
        while (parser.Current is not MappingEnd)
        {
            var at = parser.Current;
            if (ReadNode() is not YamlScalar { Text: var name })
            {
                throw Fault(at, "has a key that is no single value");
            }

            if (name == "<<")
            {
                throw Fault(at, "merges maps with <<, which is not offered: write the keys out");
            }

            if (members.Any(member => member.Name == name))
            {
                throw Fault(at, $"has the key {name} twice");
            }

            members.Add(new(name, ReadNode()));
        }

        parser.MoveNext();
        return new(members.ToImmutable(), line);
    }

    private YamlNode Remember(NodeEvent start, YamlNode node)
    {
        if (!start.Anchor.IsEmpty)
        {
            anchors[start.Anchor.Value] = node;
        }

        return node;
    }

    private void Expect<TEvent>()
        where TEvent : ParsingEvent
    {
        if (parser.Current is null)
        {
            parser.MoveNext();
        }

        if (parser.Current is not TEvent)
        {
            throw Fault(parser.Current, $"is no YAML document");
        }

        parser.MoveNext();
    }

    private static int LineOf(ParsingEvent at) => (int)at.Start.Line;

    private UserErrorException Fault(ParsingEvent? at, string what) =>
        new(string.Create(CultureInfo.InvariantCulture, $"{file}, line {(at is null ? 1 : LineOf(at))}: it {what}."));
}
