namespace Policies.Workloads.Definitions;

/// <summary>A state machine, or a part of one: a branch of a Parallel state, or what a Map state does with each item.</summary>
/// <remarks>https://states-language.net/spec.html</remarks>
internal sealed record StateMachine(PropertyPath Path, string? StartAt, IReadOnlyDictionary<string, State> States);

/// <summary>One state, as far as it matters which states follow it and what it runs.</summary>
internal sealed record State
{
    public required string Name { get; init; }

    public required StateKind Kind { get; init; }

    public required PropertyPath Path { get; init; }

    /// <summary>The state that follows when this one succeeds; null where it ends the machine.</summary>
    public string? Next { get; init; }

    /// <summary>States that follow an error which this one catches.</summary>
    public ImmutableArray<string> CatchTargets { get; init; } = [];

    /// <summary>Whether no error leaves the machine from here.</summary>
    public bool CatchesEverything { get; init; }

    /// <summary>The rules of a Choice, in order.</summary>
    public ImmutableArray<DefinitionNode> Choices { get; init; } = [];

    /// <summary>The machines inside of a Parallel or Map.</summary>
    public ImmutableArray<StateMachine> Machines { get; init; } = [];

    /// <summary>What a Task starts.</summary>
    public ImmutableArray<Workload> Workloads { get; init; } = [];

    /// <summary>Whether what follows is itself not known before deployment.</summary>
    public bool HasUnknownRoute { get; init; }

    /// <summary>Names under which the state stores the status of a job, beside the API's own.</summary>
    public ImmutableArray<string> StatusNames { get; init; } = [];
}

internal enum StateKind
{
    /// <summary>Pass, Wait, and whatever is added to the language: one way in, one way on.</summary>
    Step,
    Task,
    Choice,
    Parallel,
    Map,
    Succeed,
    Fail,
}

/// <summary>A task in the whole machine, so that one can ask how it is reached.</summary>
internal sealed record TaskPlace(StateMachine Machine, State Task);
