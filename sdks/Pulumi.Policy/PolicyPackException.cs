namespace Pulumi.Policy;

/// <summary>A pack cannot work as it was written or configured; all that is wrong is said at once.</summary>
public sealed class PolicyPackException(string pack, IReadOnlyList<string> problems)
    : Exception(string.Join('\n', problems.Select(problem => $"{pack}: {problem}.")))
{
    public IReadOnlyList<string> Problems { get; } = problems;
}
