namespace Policies.Workloads.Definitions;

/// <summary>
/// Decides whether a training task on demand is a fallback: reached, and reached only by way of a spot task that failed
/// and keeps its checkpoints in the same place, so that the task resumes what the other began.
/// </summary>
/// <remarks>
/// The machine is walked as if spot tasks could only complete: what follows their failure is cut off, so what is still
/// reached needs no failure. A failure need not be an error: a job that waited too long ends as Stopped, so a Choice that
/// tests the status counts.
/// </remarks>
internal static class SpotFallback
{
    /// <param name="task">The task on demand.</param>
    /// <param name="checkpoint">Where its job keeps checkpoints.</param>
    public static FallbackVerdict Judge(TaskPlace task, Setting<string> checkpoint)
    {
        if (UnknownRoute(task.Machine) is { } route)
        {
            return new(FallbackStanding.Undetermined, UnknownPath: route);
        }

        if (!Walk(task, _ => false, stopsAtUnreadable: false).IsReached)
        {
            return new(FallbackStanding.NeverReached);
        }

        var strict = Walk(task, state => Spots(state, checkpoint) == true, stopsAtUnreadable: false);
        if (!strict.IsReached)
        {
            return new(FallbackStanding.Fallback);
        }

        var lenient = Walk(task, state => Spots(state, checkpoint) != false, stopsAtUnreadable: true);
        return !lenient.IsReached && (lenient.StoppedAt ?? UnknownTerm(task.Machine, checkpoint)) is { } open
            ? new(FallbackStanding.Undetermined, UnknownPath: open)
            : new(FallbackStanding.NotAFallback, strict.ReachedFrom);
    }

    private static MachineWalk Walk(TaskPlace task, Func<State, bool> isSpotTask, bool stopsAtUnreadable)
    {
        var walk = new MachineWalk(task, isSpotTask, stopsAtUnreadable);
        walk.Run();
        return walk;
    }

    /// <summary>Whether a state trains on spot with this checkpoint; null where an expression decides.</summary>
    private static bool? Spots(State state, Setting<string> checkpoint)
    {
        var terms = state.Workloads.Select(workload => workload.Training).OfType<TrainingTerms>().ToArray();
        return terms.Length == 0
            ? false
            : terms.Aggregate((bool?)true, (all, part) => all & IsSpot(part) & Same(part.CheckpointUri, checkpoint));
    }

    private static bool? IsSpot(TrainingTerms terms) => terms.Spot.Known.IsUnknown ? null : terms.Spot.Known.Value == true;

    private static bool? Same(Setting<string> one, Setting<string> other) =>
        one.Known.IsUnknown || other.Known.IsUnknown
            ? null
            : one.Known.Value is { } uri && uri.TrimEnd('/') == other.Known.Value?.TrimEnd('/');

    private static PropertyPath? UnknownRoute(StateMachine machine) => machine.StartAt is null
        ? machine.Path
        : AllStates(machine).Where(state => state.HasUnknownRoute).Select(state => (PropertyPath?)state.Path).FirstOrDefault();

    /// <summary>The first expression that would have to be known to tell which spot task this one follows.</summary>
    private static PropertyPath? UnknownTerm(StateMachine machine, Setting<string> checkpoint) => checkpoint.Known.IsUnknown
        ? checkpoint.Path
        : AllStates(machine)
            .SelectMany(state => state.Workloads)
            .Select(workload => workload.Training)
            .OfType<TrainingTerms>()
            .Select(terms => terms.Spot.Known.IsUnknown ? terms.Spot.Path
                : terms.CheckpointUri.Known.IsUnknown ? terms.CheckpointUri.Path
                : (PropertyPath?)null)
            .FirstOrDefault(path => path is not null);

    private static IEnumerable<State> AllStates(StateMachine machine) => machine.States.Values.SelectMany(state =>
        state.Machines.SelectMany(AllStates).Prepend(state));
}

/// <summary>The standing of a task.</summary>
/// <param name="Standing">What it is.</param>
/// <param name="ReachedFrom">The state before it, on a way without a failed spot task; null where a machine starts with it.</param>
/// <param name="UnknownPath">What would have to be known.</param>
internal sealed record FallbackVerdict(FallbackStanding Standing, State? ReachedFrom = null, PropertyPath UnknownPath = default);

internal enum FallbackStanding
{
    Fallback,
    NotAFallback,

    /// <summary>No state leads to the task: it is not a fallback of anything.</summary>
    NeverReached,
    Undetermined,
}
