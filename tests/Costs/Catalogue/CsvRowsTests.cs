using Costs.Catalogue.Bulk;

namespace Costs.Tests.Catalogue;

public class CsvRowsTests
{
    [Theory]
    [InlineData("a,b\r\nc,d\r\n", "a|b / c|d")]
    [InlineData("a,b\nc,d", "a|b / c|d")]
    [InlineData("\"a,b\",\"c\"\"d\"\"\"\n", "a,b|c\"d\"")]
    [InlineData("\"two\nlines\",x\n", "two\nlines|x")]
    [InlineData(",\n", "|")]
    [InlineData("\"\",a", "|a")]
    [InlineData("\"never closed,a\n", "never closed,a\n")]
    [InlineData("a\rb,c\n", "a\rb|c")]
    [InlineData("", "")]
    public void Rows_are_read_as_they_are_written(string csv, string rows) => Assert.Equal(rows, string.Join(" / ", Read(csv)));

    private static IEnumerable<string> Read(string csv)
    {
        using var text = new StringReader(csv);
        var rows = new CsvRows(text);
        while (rows.Read() is { } row)
        {
            yield return string.Join("|", row);
        }
    }
}
