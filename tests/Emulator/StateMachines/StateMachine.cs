using System.Text.Json.Nodes;
using Emulator.Tests.Account;

namespace Emulator.Tests.StateMachines;

/// <summary>A state machine of a stack, as it was deployed.</summary>
internal sealed record StateMachine(string Name, string Arn, string RoleArn, JsonObject Definition)
{
    /// <summary>Every task, those inside of maps and parallels too.</summary>
    public IReadOnlyList<MachineTask> Tasks => [.. TasksOf(Definition, [])];

    public bool IsJsonata => (string?)Definition["QueryLanguage"] == "JSONata";

    public static IEnumerable<StateMachine> AllOf(DeployedStack stack) =>
        from resource in stack.Resources
        where resource.Type.EndsWith(":StateMachine", StringComparison.Ordinal)
        let definition = (string?)(resource.Inputs["definition"] ?? resource.Inputs["definitionString"])
        where definition is not null
        select new StateMachine(
            resource.Name, (string)resource.Outputs["arn"]!, (string)resource.Inputs["roleArn"]!, JsonNode.Parse(definition)!.AsObject());

    private IEnumerable<MachineTask> TasksOf(JsonObject states, string[] path)
    {
        foreach (var (name, node) in states["States"]!.AsObject())
        {
            var state = node!.AsObject();
            string[] here = [.. path, name];
            if ((string?)state["Type"] == "Task")
                yield return new($"{Name}: {string.Join(" / ", here)}", (string)state["Resource"]!, ArgumentsOf(state));
            foreach (var inner in InnerMachines(state).SelectMany(machine => TasksOf(machine, here)))
                yield return inner;
        }
    }

    private static IEnumerable<JsonObject> InnerMachines(JsonObject state) =>
        new[] { state["ItemProcessor"], state["Iterator"] }.Concat(state["Branches"]?.AsArray() ?? []).OfType<JsonObject>();

    /// <summary>JSONata calls them arguments, JSONPath parameters; an expression in place of them all tells nothing before it runs.</summary>
    private static JsonObject ArgumentsOf(JsonObject state) => (state["Arguments"] ?? state["Parameters"]) switch
    {
        JsonObject given => given,
        null => [],
        var expression => new() { ["$any"] = expression.DeepClone() },
    };
}

/// <summary>A task and what it asks for, with expressions where only a run tells.</summary>
/// <param name="Path">Machine, and names of states from the outermost.</param>
internal sealed record MachineTask(string Path, string Resource, JsonObject Arguments)
{
    public override string ToString() => $"{Path} ({Resource})";
}
