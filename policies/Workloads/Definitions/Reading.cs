namespace Policies.Workloads.Definitions;

/// <summary>What was found in a resource, or in a definition that it carries.</summary>
/// <param name="Workloads">What it runs.</param>
/// <param name="Faults">What makes a definition unreadable, as a sentence that begins with its path.</param>
/// <param name="Unknowns">Paths of what is not known before deployment, and hides whatever is in it.</param>
/// <param name="Warnings">What cannot be looked into though it is known, as a sentence that begins with its path.</param>
internal sealed record Reading(
    ImmutableArray<Workload> Workloads,
    ImmutableArray<string> Faults,
    ImmutableArray<string> Unknowns,
    ImmutableArray<string> Warnings)
{
    public static Reading Empty { get; } = new([], [], [], []);

    public static Reading Of(ImmutableArray<Workload> workloads) => Empty with { Workloads = workloads };

    public static Reading Fault(string sentence) => Empty with { Faults = [sentence] };

    public static Reading Unknown(PropertyPath path) => Empty with { Unknowns = [path.ToString()] };

    /// <summary>A definition that is kept in S3.</summary>
    /// <param name="location">The path that says where.</param>
    /// <param name="inline">The property that would hold it.</param>
    public static Reading Elsewhere(string location, string inline) =>
        Empty with { Warnings = [$"{location}: a definition kept in S3 cannot be looked into. Give it as {inline} instead."] };

    public static Reading All(IEnumerable<Reading> parts) => parts.Aggregate(Empty, (all, part) => all + part);

    /// <summary>What there is to say where something cannot be read, whatever a policy looks for.</summary>
    /// <param name="resource">The name of the resource.</param>
    public IEnumerable<Verdict> ToVerdicts(string resource) =>
    [
        .. Faults.Select(fault => Verdict.Violation($"{resource}: {fault}.")),
        .. Unknowns.Select(Verdict.Unknown),
        .. Warnings.Select(warning => Verdict.Warning($"{resource}: {warning}")),
    ];

    public static Reading operator +(Reading left, Reading right) => new(
        left.Workloads.AddRange(right.Workloads),
        left.Faults.AddRange(right.Faults),
        left.Unknowns.AddRange(right.Unknowns),
        left.Warnings.AddRange(right.Warnings));
}
