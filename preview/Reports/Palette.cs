using Preview.CommandLine;

namespace Preview.Reports;

/// <summary>Colours for a terminal. They only repeat what the words say, so that nothing is lost without them.</summary>
internal sealed record Palette(bool IsOn)
{
    private const string Reset = "\e[0m";

    /// <summary>Whether to colour, by the option, NO_COLOR (https://no-color.org) and where the output goes.</summary>
    public static Palette For(ColorMode mode, bool isRedirected, Func<string, string?> environment) => new(mode switch
    {
        ColorMode.Always => true,
        ColorMode.Never => false,
        _ => !isRedirected && string.IsNullOrEmpty(environment("NO_COLOR")) && environment("TERM") != "dumb",
    });

    public string Green(string text) => Paint("\e[32m", text);

    public string Red(string text) => Paint("\e[31m", text);

    public string Yellow(string text) => Paint("\e[33m", text);

    public string Bold(string text) => Paint("\e[1m", text);

    public string Dim(string text) => Paint("\e[2m", text);

    private string Paint(string color, string text) => IsOn && text.Length > 0 ? $"{color}{text}{Reset}" : text;
}
