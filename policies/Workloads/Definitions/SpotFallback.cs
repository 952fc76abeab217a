namespace Policies.Workloads.Definitions;

/// <summary>
/// Decides whether a training task on demand is a fallback: reachable, and reachable only by way of a spot task that failed and keeps its
/// checkpoints in the same place, so that the task resumes what the other began.
/// </summary>
/// <remarks>
/// The machine is walked as if spot tasks could only complete: what follows their failure is cut off. What is still reached does not need
/// a failure. A failure need not be an error: a job that waited too long ends as Stopped, so a Choice that tests the status counts.
/// </remarks>
internal static class SpotFallback
{
    public static FallbackVerdict Judge(TaskPlace task, Setting<string> checkpoint)
    {
        if (!Walk(task, _ => false).IsReached)
        {
            return new(IsUnknown(task.Machine) ? FallbackStanding.Undetermined : FallbackStanding.NotAFallback, null);
        }

        var strict = Walk(task, state => Spots(state, checkpoint) == true);
        if (!strict.IsReached)
        {
            return new(FallbackStanding.Fallback, null);
        }

        var lenient = IsUnknown(task.Machine) || !Walk(task, state => Spots(state, checkpoint) != false).IsReached;
        return new(lenient ? FallbackStanding.Undetermined : FallbackStanding.NotAFallback, strict.ReachedFrom);
    }

    private static MachineWalk Walk(TaskPlace task, Func<State, bool> isSpotTask)
    {
        var walk = new MachineWalk(task, isSpotTask);
        walk.Run();
        return walk;
    }

    /// <summary>Whether a state trains on spot with this checkpoint; null where an expression decides.</summary>
    private static bool? Spots(State state, Setting<string> checkpoint)
    {
        var terms = state.Workloads.Select(workload => workload.Training).OfType<TrainingTerms>().ToArray();
        return terms.Length == 0 ? false : terms.Aggregate((bool?)true, (all, part) => all & IsSpot(part) & Same(part.CheckpointUri, checkpoint));
    }

    private static bool? IsSpot(TrainingTerms terms) => terms.Spot.Known.IsUnknown ? null : terms.Spot.Known.Value == true;

    private static bool? Same(Setting<string> one, Setting<string> other) =>
        one.Known.IsUnknown || other.Known.IsUnknown
            ? null
            : one.Known.Value is { } uri && uri.TrimEnd('/') == other.Known.Value?.TrimEnd('/');

    private static bool IsUnknown(StateMachine machine) => machine.StartAt is null
        || machine.States.Values.Any(state => state.HasUnknownRoute || state.Machines.Any(IsUnknown));
}

/// <summary>The standing of a task, and the state from which it is reached without a failed spot task.</summary>
internal sealed record FallbackVerdict(FallbackStanding Standing, State? ReachedFrom);

internal enum FallbackStanding
{
    Fallback,
    NotAFallback,
    Undetermined,
}
