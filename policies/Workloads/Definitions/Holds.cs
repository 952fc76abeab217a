namespace Policies.Workloads.Definitions;

/// <summary>Whether a condition holds after a job that completed.</summary>
internal enum Holds
{
    No,
    Yes,

    /// <summary>Something else than the status of the job decides, so that it may hold.</summary>
    Perhaps,

    /// <summary>It names the status, in a way that is not understood: it may hold always, never or perhaps.</summary>
    Unreadable,
}

internal static class HoldsLogic
{
    public static Holds Of(bool holds) => holds ? Holds.Yes : Holds.No;

    public static Holds Not(this Holds condition) => condition switch
    {
        Holds.Yes => Holds.No,
        Holds.No => Holds.Yes,
        _ => condition,
    };

    public static Holds All(this IEnumerable<Holds> parts) => First([.. parts], Holds.No, Holds.Unreadable, Holds.Perhaps) ?? Holds.Yes;

    public static Holds Any(this IEnumerable<Holds> parts) => First([.. parts], Holds.Yes, Holds.Unreadable, Holds.Perhaps) ?? Holds.No;

    private static Holds? First(ImmutableArray<Holds> parts, params ReadOnlySpan<Holds> order)
    {
        foreach (var holds in order)
        {
            if (parts.Contains(holds))
            {
                return holds;
            }
        }

        return null;
    }
}
