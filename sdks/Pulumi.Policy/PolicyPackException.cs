namespace Pulumi.Policy;

/// <summary>A pack cannot work as it was written or configured; all that is wrong is said at once.</summary>
public sealed class PolicyPackException(string pack, IReadOnlyList<string> problems)
    : Exception(string.Join('\n', problems.Select(problem => $"{pack}: {problem}.")))
{
    /// <summary>What is wrong, one sentence each, without the name of the pack.</summary>
    public IReadOnlyList<string> Problems { get; } = problems;
}
