using Preview.CommandLine;
using Preview.Projects;

namespace Preview.Tests.Projects;

public class YamlReaderTests
{
    [Fact]
    public void An_anchor_can_be_referred_to()
    {
        var map = YamlReader.ReadMap("a: &x [1, 2]\nb: *x\n", "test.yaml");

        Assert.Equal("[1,2]", ConfigText.Of(map["b"]!));
    }

    [Fact]
    public void An_empty_file_is_an_empty_map() => Assert.Empty(YamlReader.ReadMap("# nothing\n", "test.yaml").Members);

    [Theory]
    [InlineData("a: 1\na: 2\n", "line 2: it has the key a twice")]
    [InlineData("- 1\n", "holds a list")]
    [InlineData("a: *x\n", "refers to *x")]
    [InlineData("a: {<<: 1}\n", "merges maps")]
    [InlineData("a: [1\n", "test.yaml, line")]
    [InlineData("a: 1\n---\nb: 2\n", "second document")]
    public void A_faulty_file_is_named_with_the_line(string text, string expected)
    {
        var fault = Assert.Throws<UserErrorException>(() => YamlReader.ReadMap(text, "test.yaml"));

        Assert.Contains(expected, fault.Message, StringComparison.Ordinal);
        Assert.StartsWith("test.yaml", fault.Message, StringComparison.Ordinal);
    }
}
