using System.Text;

namespace Costs.Catalogue.Bulk;

/// <summary>Reads CSV a row at a time: fields in quotes may hold commas, line breaks and doubled quotes (RFC 4180).</summary>
/// <remarks>Our own, since the CSV libraries at hand warn when they are compiled ahead of time, which policies are.</remarks>
internal sealed class CsvRows(TextReader text)
{
    private const int End = -1;

    private readonly StringBuilder field = new();
    private readonly List<string> fields = [];

    /// <summary>The fields of the next row, good until the one after is read; null at the end.</summary>
    public IReadOnlyList<string>? Read()
    {
        fields.Clear();
        if (text.Peek() == End)
        {
            return null;
        }

        while (ReadField())
        {
        }

        return fields;
    }

    /// <summary>Reads one field and what ends it; whether the row has more.</summary>
    private bool ReadField()
    {
        field.Clear();
        while (true)
        {
            var letter = text.Read();
            switch (letter)
            {
                case '"':
                    ReadQuoted();
                    break;
                case '\r' when text.Peek() == '\n':
                    break;
                case ',' or '\n' or End:
                    fields.Add(field.ToString());
                    return letter == ',';
                default:
                    field.Append((char)letter);
                    break;
            }
        }
    }

    /// <summary>Everything up to the closing quote; one that never comes ends with the text.</summary>
    private void ReadQuoted()
    {
        while (text.Read() is var letter and not End)
        {
            if (letter == '"')
            {
                if (text.Peek() != '"')
                {
                    return;
                }

                text.Read();
            }

            field.Append((char)letter);
        }
    }
}
