using Preview.CommandLine;
using Preview.Reports;

namespace Preview.Tests.Reports;

public class PaletteTests
{
    [Theory]
    [InlineData("auto", false, null, true)]
    [InlineData("auto", true, null, false)]
    [InlineData("auto", false, "1", false)]
    [InlineData("always", true, "1", true)]
    [InlineData("never", false, null, false)]
    public void Colour_goes_to_terminals_unless_told_otherwise(string mode, bool isRedirected, string? noColor, bool expected)
    {
        var palette = Palette.For(Enum.Parse<ColorMode>(mode, ignoreCase: true), isRedirected, name => name == "NO_COLOR" ? noColor : null);

        Assert.Equal(expected, palette.IsOn);
        Assert.Equal(expected, palette.Red("text") != "text");
    }
}
