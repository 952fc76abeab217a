namespace Policies.Workloads.Definitions;

/// <summary>Walks every route of a state machine on which no spot task fails, and remembers whether it meets one task.</summary>
/// <param name="task">The task to meet.</param>
/// <param name="isSpotTask">Which states are spot tasks that complete.</param>
/// <param name="stopsAtUnreadable">Whether to leave out what follows a rule on the status of a job that is not understood.</param>
internal sealed class MachineWalk(TaskPlace task, Func<State, bool> isSpotTask, bool stopsAtUnreadable)
{
    private readonly JobStatus status = new(StatusNames(task.Machine));

    public bool IsReached { get; private set; }

    /// <summary>The state before the task on the first route that met it; null where a machine starts with it.</summary>
    public State? ReachedFrom { get; private set; }

    /// <summary>The first rule that it stopped at; null where it did not.</summary>
    public PropertyPath? StoppedAt { get; private set; }

    public void Run() => Explore(task.Machine, Knowledge.None);

    /// <summary>Where a machine can end, given what is known when it starts.</summary>
    private Outcome Explore(StateMachine machine, Knowledge knowledge)
    {
        var outcome = new Outcome();
        var visited = new HashSet<(string, Knowledge)>();
        var open = new Queue<(string Name, Knowledge Knowledge, State? From)>();
        Go(machine.StartAt, knowledge, null);
        while (open.TryDequeue(out var step))
        {
            if (machine.States.TryGetValue(step.Name, out var state) && visited.Add((step.Name, step.Knowledge)))
            {
                Enter(state, step.From);
                Leave(state, step.Knowledge);
            }
        }

        return outcome;

        void Go(string? name, Knowledge known, State? from)
        {
            if (name is null)
            {
                outcome.Successes.Add(known);
            }
            else
            {
                open.Enqueue((name, known, from));
            }
        }

        void Leave(State state, Knowledge known)
        {
            switch (state.Kind)
            {
                case StateKind.Succeed:
                    outcome.Successes.Add(known);
                    break;
                case StateKind.Fail:
                    outcome.CanFail = true;
                    break;
                case StateKind.Choice:
                    Choose(state, known);
                    break;
                case StateKind.Task when isSpotTask(state):
                    Go(state.Next, Knowledge.SpotJobCompleted, state);
                    break;
                case StateKind.Task:
                    Go(state.Next, state.Workloads.Any(workload => workload.Training is not null) ? Knowledge.None : known, state);
                    Fail(state, known);
                    break;
                case StateKind.Parallel or StateKind.Map:
                    var outcomes = state.Machines.Select(inner => Explore(inner, known)).ToArray();
                    foreach (var after in Together(outcomes, known))
                    {
                        Go(state.Next, after, state);
                    }

                    if (outcomes.Any(inner => inner.CanFail))
                    {
                        Fail(state, known);
                    }

                    break;
                default:
                    Go(state.Next, known, state);
                    break;
            }
        }

        void Choose(State state, Knowledge known)
        {
            foreach (var rule in state.Choices)
            {
                var holds = known == Knowledge.SpotJobCompleted ? status.HoldsForCompleted(rule) : Holds.Perhaps;
                if (holds == Holds.Unreadable && stopsAtUnreadable)
                {
                    StoppedAt ??= rule["Condition"] is { IsMissing: false } condition ? condition.Path : rule.Path;
                    return;
                }

                if (holds != Holds.No && rule["Next"].Text.Value is { } next)
                {
                    Go(next, known, state);
                }

                if (holds == Holds.Yes)
                {
                    return;
                }
            }

            if (state.Next is { } otherwise)
            {
                Go(otherwise, known, state);
            }
        }

        void Fail(State state, Knowledge known)
        {
            foreach (var target in state.CatchTargets)
            {
                Go(target, known, state);
            }

            outcome.CanFail |= !state.CatchesEverything;
        }
    }

    private void Enter(State state, State? from)
    {
        if (!IsReached && ReferenceEquals(state, task.Task))
        {
            (IsReached, ReachedFrom) = (true, from);
        }
    }

    /// <summary>All machines must succeed before their state does; what one of them always knows is known after it.</summary>
    private static IEnumerable<Knowledge> Together(Outcome[] outcomes, Knowledge before)
    {
        if (outcomes.Any(outcome => outcome.Successes.Count == 0))
        {
            return [];
        }

        return outcomes.Any(outcome => outcome.Successes.SetEquals([Knowledge.SpotJobCompleted]))
            ? [Knowledge.SpotJobCompleted]
            : outcomes.SelectMany(outcome => outcome.Successes).DefaultIfEmpty(before).Distinct();
    }

    private static IEnumerable<string> StatusNames(StateMachine machine) => machine.States.Values.SelectMany(state =>
        state.StatusNames.Concat(state.Machines.SelectMany(StatusNames)));

    /// <summary>What is certain on a route.</summary>
    private enum Knowledge
    {
        None,
        SpotJobCompleted,
    }

    private sealed class Outcome
    {
        public HashSet<Knowledge> Successes { get; } = [];

        public bool CanFail { get; set; }
    }
}
