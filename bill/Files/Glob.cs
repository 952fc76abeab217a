using System.Text;
using System.Text.RegularExpressions;

namespace Bill.Files;

/// <summary>Patterns of file names for shells that leave them to the program: * and ? within a name, ** for any folders.</summary>
internal static class Glob
{
    public static readonly char[] Wildcards = ['*', '?'];

    private const string Here = ".";

    private static readonly char[] Separators = OperatingSystem.IsWindows() ? ['/', '\\'] : ['/'];

    /// <summary>The files, in the order of their names.</summary>
    public static IReadOnlyList<string> Expand(string pattern)
    {
        var folder = FixedFolder(pattern);
        if (!Directory.Exists(folder))
        {
            return [];
        }

        var names = new Regex(Expression(Normal(pattern)), RegexOptions.CultureInvariant);
        var beyond = pattern[(folder == Here ? 0 : folder.Length)..];
        var options = new EnumerationOptions
        {
            RecurseSubdirectories = beyond.IndexOfAny(Separators) >= 0 || beyond.Contains("**", StringComparison.Ordinal),
            AttributesToSkip = FileAttributes.None,
        };
        return
        [
            .. Directory.EnumerateFiles(folder, "*", options)
                .Select(path => folder == Here ? path[(Here.Length + 1)..] : path)
                .Where(path => names.IsMatch(Normal(path)))
                .Order(StringComparer.Ordinal),
        ];
    }

    /// <summary>The part of a pattern before its first wildcard, as a folder.</summary>
    public static string FixedFolder(string pattern)
    {
        var end = pattern.LastIndexOfAny(Separators, pattern.IndexOfAny(Wildcards));
        return end < 0 ? Here : pattern[..(end + 1)];
    }

    private static string Normal(string path) => OperatingSystem.IsWindows() ? path.Replace('\\', '/') : path;

    private static string Expression(string pattern)
    {
        var expression = new StringBuilder("^");
        for (var i = 0; i < pattern.Length; i++)
        {
            var rest = pattern.AsSpan(i);
            if (rest.StartsWith("**/"))
            {
                expression.Append("(?:.*/)?");
                i += 2;
            }
            else if (rest.StartsWith("**"))
            {
                expression.Append(".*");
                i++;
            }
            else
            {
                expression.Append(pattern[i] switch
                {
                    '*' => "[^/]*",
                    '?' => "[^/]",
                    var letter => Regex.Escape(letter.ToString()),
                });
            }
        }

        return expression.Append('$').ToString();
    }
}
