using System.Globalization;
using System.Text.Json;

namespace Policies.Workloads.Definitions;

/// <summary>Reads a JSON document that a property holds as text.</summary>
internal static class DefinitionText
{
    // Maps in branches in maps nest deeper than the usual limit of 64.
    private const int MaxDepth = 512;

    /// <summary>The document, secret where the text is; or what is wrong with it, without a word of its content.</summary>
    public static (PropertyValue Document, string? Fault) Parse(PropertyValue text)
    {
        try
        {
            var reader = new Utf8JsonReader(text.Utf8, new JsonReaderOptions { MaxDepth = MaxDepth });
            reader.Read();
            var document = Value(ref reader, text);
            while (reader.Read())
            {
                // Anything after the document makes the reader throw.
            }

            return (document, null);
        }
        catch (JsonException fault)
        {
            return (default, string.Create(
                CultureInfo.InvariantCulture,
                $"is not valid JSON: line {fault.LineNumber + 1}, byte {fault.BytePositionInLine + 1} cannot be read"));
        }
        catch (InvalidOperationException)
        {
            return (default, "is not valid JSON: it has a text with half of a surrogate pair");
        }
    }

    private static PropertyValue Value(ref Utf8JsonReader reader, PropertyValue text)
    {
        // The marks around a value in one encoding take about as much as those in the other.
        var writer = new PropertyWriter(text.Utf8.Length * 5 / 4);
        if (text.IsSecret)
        {
            writer.WriteStartSecret();
        }

        writer.WriteJson(ref reader);
        if (text.IsSecret)
        {
            writer.WriteEndSecret();
        }

        return writer.ToValue();
    }
}
