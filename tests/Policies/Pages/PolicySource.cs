using System.Reflection;
using System.Text.RegularExpressions;

namespace Policies.Tests.Pages;

/// <summary>What the source file of a policy says in its documentation comments.</summary>
internal static partial class PolicySource
{
    private static readonly string Folder = Path.Combine(
        typeof(PolicySource).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == "RepositoryRoot").Value!,
        "policies");

    /// <summary>The pages on which the policy rests.</summary>
    public static IEnumerable<string> Links(Policy policy) =>
        Comment().Matches(File.ReadAllText(Directory.GetFiles(Folder, $"{policy.GetType().Name}.cs", SearchOption.AllDirectories).Single()))
            .Select(comment => comment.Groups["link"].Value);

    [GeneratedRegex(@"^\s*///.*?(?<link>https://[\w./-]+\w)", RegexOptions.Multiline)]
    private static partial Regex Comment();
}
