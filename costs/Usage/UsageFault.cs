namespace Costs.Usage;

/// <summary>Something wrong in what was stated as usage.</summary>
/// <param name="Path">The key path, for example usage.artifacts.storedGb.</param>
/// <param name="Found">What stands there, in words that follow the path: "is -5", "is not a usage".</param>
/// <param name="Accepted">What may stand there.</param>
public sealed record UsageFault(string Path, string Found, string Accepted)
{
    public override string ToString() => $"{Path} {Found}; accepted: {Accepted}.";
}
