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
            using var document = JsonDocument.ParseValue(ref reader);
            while (reader.Read())
            {
                // Anything after the document makes the reader throw.
            }

            return (text.IsSecret ? PropertyValue.SecretOf(document.RootElement) : PropertyValue.Of(document.RootElement), null);
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
}
