using Infra.Settings;

namespace Infra.Training.Jobs;

/// <summary>A file at the top of a code archive.</summary>
internal sealed class ScriptNameAttribute() : FormatAttribute("a Python file by its name, for example train.py")
{
    protected override bool Matches(string text) => text.Length is > 3 and <= 128
        && text.EndsWith(".py", StringComparison.Ordinal)
        && text[..^3].All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '_' or '-');
}
