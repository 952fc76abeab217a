using Preview.Projects;

namespace Preview.Tests.Projects;

/// <summary>Each row was seen with the Pulumi CLI 3.259.0: what a stack file says, and what the program got.</summary>
public class YamlScalarValueTests
{
    [Theory]
    [InlineData("0777", "511")]
    [InlineData("1_000", "1000")]
    [InlineData("+5", "5")]
    [InlineData("1e3", "1000")]
    [InlineData(".5", "0.5")]
    [InlineData("5.", "5")]
    [InlineData("1:30", "1:30")]
    [InlineData("012", "10")]
    [InlineData("True", "true")]
    [InlineData("TRUE", "true")]
    [InlineData("on", "on")]
    [InlineData("yes", "yes")]
    [InlineData("~", "")]
    [InlineData("NULL", "")]
    [InlineData("", "")]
    [InlineData("2020-01-01", "2020-01-01 00:00:00 +0000 UTC")]
    [InlineData("2020-01-01T10:00:00Z", "2020-01-01 10:00:00 +0000 UTC")]
    [InlineData("2020-01-01 10:00:00", "2020-01-01 10:00:00 +0000 UTC")]
    [InlineData("2020-01-01T10:00:00.5+02:00", "2020-01-01 10:00:00.5 +0200 +0200")]
    [InlineData("12345678901234567890", "12345678901234567890")]
    [InlineData("-0", "0")]
    [InlineData("0b11", "3")]
    [InlineData("0x1F", "31")]
    [InlineData("0o17", "15")]
    [InlineData("0.10", "0.1")]
    [InlineData("1.0", "1")]
    [InlineData("123456789.5", "123456789.5")]
    [InlineData("1e21", "1e+21")]
    [InlineData("1e-7", "1e-7")]
    [InlineData("0.00001", "0.00001")]
    [InlineData("1234567890123456789", "1234567890123456789")]
    [InlineData("\"0777\"", "0777")]
    [InlineData("'it''s'", "it's")]
    [InlineData("!!str 5", "5")]
    [InlineData("1.5e3", "1500")]
    [InlineData("[]", "[]")]
    [InlineData("{}", "{}")]
    [InlineData("[0777, 1.0, 1e21, 2020-01-01, 123456789012, 1e-7]", "[511,1,1e+21,\"2020-01-01 00:00:00 +0000 UTC\",123456789012,1e-7]")]
    [InlineData("{b: true, a: [null, 1.50, text]}", "{\"a\":[null,1.5,\"text\"],\"b\":true}")]
    [InlineData("-12.75", "-12.75")]
    [InlineData("ml.g4dn.xlarge", "ml.g4dn.xlarge")]
    [InlineData("10.0.0.0/16", "10.0.0.0/16")]
    [InlineData("2020-01-01-build", "2020-01-01-build")]
    public void A_setting_reaches_the_program_as_with_the_Pulumi_CLI(string written, string expected) =>
        Assert.Equal(expected, ConfigText.Of(YamlReader.ReadMap($"value: {written}", "test.yaml")["value"]!));
}
