using System.Text;
using System.Text.Json;

namespace Bill.Tests.Builders;

/// <summary>A run of the program, in this process.</summary>
internal sealed record Run(int ExitCode, string Output, string Errors)
{
    public static Run Of(params string[] words) => Of(isPlain: true, words);

    public static Run Of(bool isPlain, params string[] words)
    {
        using var output = new MemoryStream();
        using var errors = new StringWriter { NewLine = "\n" };
        var exitCode = BillCommand.Run(words, output, errors, isPlain);
        return new(exitCode, Encoding.UTF8.GetString(output.ToArray()), errors.ToString());
    }

    /// <summary>What --json says of some files.</summary>
    public static JsonElement Json(params string[] files)
    {
        var run = Of([.. files, "--json"]);
        Assert.True(run.ExitCode == 0, run.Errors);
        return JsonDocument.Parse(run.Output).RootElement;
    }
}
