namespace Preview.Policies;

/// <summary>A policy pack does not start, has ended or failed: the run cannot go on without it.</summary>
internal sealed class PolicyPackFailedException(string source, string problem)
    : Exception($"The policy pack {source} {problem}");
