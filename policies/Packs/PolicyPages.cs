namespace Policies.Packs;

/// <summary>Where the pages are that explain the policies.</summary>
internal static class PolicyPages
{
    /// <summary>The page of a policy, as a path in the repository.</summary>
    public static string Of(string policy) => $"docs/policies/{policy}.md";
}
