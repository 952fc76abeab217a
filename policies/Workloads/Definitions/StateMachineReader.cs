namespace Policies.Workloads.Definitions;

/// <summary>Reads Amazon States Language, in either query language.</summary>
internal static class StateMachineReader
{
    private static readonly string[] Routes = ["Type", "Next", "Default", "Catch", "Choices"];

    /// <summary>What the tasks of a definition run, each with its place in the machine.</summary>
    public static Reading Read(DefinitionNode definition)
    {
        if (definition.IsUnknown)
        {
            return Reading.Unknown(definition.Path);
        }

        if (definition["States"].IsUnknown)
        {
            return Reading.Unknown(definition["States"].Path);
        }

        if (definition["States"].Value.Kind != PropertyKind.Object)
        {
            return Reading.Fault($"{definition.Path} has no States: expected a definition in Amazon States Language");
        }

        var nested = new List<Reading>();
        var machine = Machine(definition, nested);
        return Reading.All(nested) + Reading.Of([.. Tasks(machine, machine)]);
    }

    private static IEnumerable<Workload> Tasks(StateMachine part, StateMachine whole) =>
        part.States.Values.OrderBy(state => state.Name, StringComparer.Ordinal).SelectMany(state => state.Workloads
            .Select(workload => workload with { Task = new(whole, state) })
            .Concat(state.Machines.SelectMany(machine => Tasks(machine, whole))));

    private static StateMachine Machine(DefinitionNode machine, List<Reading> nested) => new(
        machine.Path,
        machine["StartAt"].Text.Value,
        machine["States"].NamedMembers().ToDictionary(
            member => member.Name, member => State(member.Name, member.Node, nested)));

    private static State State(string name, DefinitionNode state, List<Reading> nested)
    {
        if ((state.IsUnknown ? state : state["Type"]) is { IsUnknown: true } unknown)
        {
            nested.Add(Reading.Unknown(unknown.Path));
        }

        var kind = KindOf(state["Type"].Text.Value);
        var catchers = state["Catch"].Elements();
        return new()
        {
            Name = name,
            Kind = kind,
            Path = state.Path,
            Next = kind == StateKind.Choice ? state["Default"].Text.Value : state["Next"].Text.Value,
            CatchTargets = [.. catchers.Select(catcher => catcher["Next"].Text.Value).OfType<string>()],
            CatchesEverything = catchers.Any(CatchesEverything),
            Choices = kind == StateKind.Choice ? [.. state["Choices"].Elements()] : [],
            Machines = [.. Inner(state, kind).Select(machine => Machine(machine, nested))],
            Workloads = kind == StateKind.Task ? Started(state, nested) : [],
            HasUnknownRoute = state.Raw.IsUnknown || Routes.Any(route => state.Raw[route].ContainsUnknown()),
            StatusNames = [.. JobStatus.NamesStoredBy(state)],
        };
    }

    private static StateKind KindOf(string? type) => type switch
    {
        "Task" => StateKind.Task,
        "Choice" => StateKind.Choice,
        "Parallel" => StateKind.Parallel,
        "Map" => StateKind.Map,
        "Succeed" => StateKind.Succeed,
        "Fail" => StateKind.Fail,
        _ => StateKind.Step,
    };

    private static bool CatchesEverything(DefinitionNode catcher) =>
        catcher["ErrorEquals"].Elements().Any(error => error.Value.Is("States.ALL"u8));

    private static IEnumerable<DefinitionNode> Inner(DefinitionNode state, StateKind kind) => kind switch
    {
        StateKind.Parallel => state["Branches"].Elements(),
        StateKind.Map when state["ItemProcessor"].IsMissing => [state["Iterator"]],
        StateKind.Map => [state["ItemProcessor"]],
        _ => [],
    };

    private static ImmutableArray<Workload> Started(DefinitionNode task, List<Reading> nested)
    {
        var resource = task["Resource"];
        if (resource.IsUnknown)
        {
            nested.Add(Reading.Unknown(resource.Path));
        }

        if (SageMakerCalls.ActionOf(resource.Text.Value) is not { } action)
        {
            return [];
        }

        // What a pipeline would run is not run by the task that creates it.
        var body = Body(task);
        nested.Add(PipelineReader.ReadCall(action, body));
        return [.. SageMakerCalls.Of(action, body)];
    }

    /// <summary>What the task sends: without Parameters or Arguments its input, which only an execution knows.</summary>
    private static DefinitionNode Body(DefinitionNode task) => (task["Parameters"], task["Arguments"]) switch
    {
        ({ IsMissing: false } parameters, _) => parameters,
        (_, { IsMissing: false } arguments) => arguments,
        _ => new(PropertyValue.Unknown, task.Path.Member("Parameters"), value => value),
    };
}
