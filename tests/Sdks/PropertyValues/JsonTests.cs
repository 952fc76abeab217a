using System.Text;
using System.Text.Json;
using PropertyValues;

namespace Sdks.Tests.PropertyValues;

public class JsonTests
{
    [Theory]
    [InlineData("""{}""")]
    [InlineData("""[1, -2.5, 1e3, true, false, null, "text"]""")]
    [InlineData("""{ "a": { "b": [ { "c": "d" }, [] ] }, "e": "" }""")]
    [InlineData("""{ "quote \" and \u00e9": "line\nbreak \ud83d\ude00 ü" }""")]
    [InlineData("""{ "twice": 1, "twice": 2 }""")]
    public void JSON_text_gives_what_a_document_of_it_gives(string json)
    {
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(json));
        var writer = new PropertyWriter();
        using var document = JsonDocument.Parse(json);

        reader.Read();
        writer.WriteJson(ref reader);

        Assert.Equal(PropertyValue.Of(document.RootElement), writer.ToValue());
        Assert.False(reader.Read());
    }

    [Fact]
    public void A_name_needs_an_object_and_a_value()
    {
        var writer = new PropertyWriter();

        Assert.Throws<InvalidOperationException>(() => writer.WriteName("outside"u8));
        writer.WriteStartObject();
        Assert.Throws<InvalidOperationException>(writer.WriteNull);
        writer.WriteName("first"u8);
        Assert.Throws<InvalidOperationException>(() => writer.WriteName("second"));
        Assert.Throws<InvalidOperationException>(writer.WriteEndObject);
    }
}
