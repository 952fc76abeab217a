using System.Text;

namespace Generate.Files;

/// <summary>C# text, one line at a time, indented by the blocks around it.</summary>
internal sealed class CodeWriter
{
    private readonly StringBuilder _text = new();
    private int _depth;

    public CodeWriter Line(string line = "")
    {
        // "\n" on every system: the output of two machines is the same.
        if (line.Length > 0)
            _text.Append(' ', _depth * 4).Append(line);

        _text.Append('\n');
        return this;
    }

    public CodeWriter Block(string header, Action body, string end = "}")
    {
        Line(header).Line("{");
        _depth++;
        body();
        _depth--;
        return Line(end);
    }

    /// <summary>Whole lines that another writer wrote, as they are.</summary>
    public CodeWriter Append(string lines)
    {
        _text.Append(lines);
        return this;
    }

    public override string ToString() => _text.ToString();
}
