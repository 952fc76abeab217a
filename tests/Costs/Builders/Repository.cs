using System.Runtime.CompilerServices;

namespace Costs.Tests.Builders;

/// <summary>Where the repository lies that these tests were built from.</summary>
internal static class Repository
{
    public static string Root { get; } = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Here())!, "..", "..", ".."));

    /// <summary>Compares a text with a file that is reviewed; UPDATE_GOLDEN=1 writes the file anew.</summary>
    public static void Verify(string actual, params string[] path)
    {
        var file = Path.Combine([Root, .. path]);
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1")
        {
            File.WriteAllText(file, actual);
        }

        Assert.Equal(File.ReadAllText(file).ReplaceLineEndings("\n"), actual);
    }

    private static string Here([CallerFilePath] string path = "") => path;
}
