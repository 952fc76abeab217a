namespace Policies.Workloads.Definitions;

/// <summary>What was found in a resource, or in a definition that it carries.</summary>
/// <param name="Workloads">What it runs.</param>
/// <param name="Faults">What makes a definition unreadable, as a sentence that begins with its path.</param>
/// <param name="Undetermined">Paths of what cannot be looked into: unknown, or kept elsewhere.</param>
internal sealed record Reading(
    ImmutableArray<Workload> Workloads, ImmutableArray<string> Faults, ImmutableArray<string> Undetermined)
{
    public static Reading Empty { get; } = new([], [], []);

    public static Reading Of(params ImmutableArray<Workload> workloads) => Empty with { Workloads = workloads };

    public static Reading Fault(string sentence) => Empty with { Faults = [sentence] };

    public static Reading Unknown(string path) => Empty with { Undetermined = [path] };

    public static Reading All(IEnumerable<Reading> parts) => parts.Aggregate(Empty, (all, part) => all + part);

    public static Reading operator +(Reading left, Reading right) => new(
        left.Workloads.AddRange(right.Workloads),
        left.Faults.AddRange(right.Faults),
        left.Undetermined.AddRange(right.Undetermined));
}
