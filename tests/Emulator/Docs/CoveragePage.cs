using System.Text.RegularExpressions;
using Emulator.Tests.Account;

namespace Emulator.Tests.Docs;

/// <summary>The tables of docs/emulator.md.</summary>
internal sealed partial class CoveragePage(IReadOnlyList<DeployedStack> stacks, IReadOnlyList<TaskCoverage> tasks)
{
    private const string None = "–";

    /// <summary>The page with its tables written anew.</summary>
    public string Write(string page) => Block().Replace(page, block =>
        $"<!-- {block.Groups[1]} -->\n{string.Join('\n', Table(block.Groups[1].Value))}\n<!-- end of {block.Groups[1]} -->");

    private IEnumerable<string> Table(string name) => name switch
    {
        "resources" => Resources(),
        "tasks" => Tasks(),
        "without calls" => stacks.SelectMany(stack => stack.OtherTypes).Distinct().Order(StringComparer.Ordinal).Select(type => $"- `{type}`"),
        _ => throw new NotSupportedException($"docs/emulator.md has a table '{name}'."),
    };

    private IEnumerable<string> Resources()
    {
        var operations =
            from stack in stacks
            from resource in stack.Resources
            from call in resource.Calls
            group call by (resource.Type, call.Service, call.Operation) into calls
            orderby calls.Key.Type, calls.Key.Operation
            select calls;
        return
        [
            "| type | operation | in the emulator | read back with | not told by the emulator |",
            "| --- | --- | --- | --- | --- |",
            .. operations.Select(calls =>
                $"| `{calls.Key.Type}` | {calls.Key.Service} `{calls.Key.Operation}` | {Outcomes(calls)} | {ReadBack(calls)} | {Dropped(calls)} |"),
        ];
    }

    private IEnumerable<string> Tasks() =>
    [
        "| task | operation | in the emulator | called by a machine that was run |",
        "| --- | --- | --- | --- |",
        .. tasks.Select(task => $"| `{task.Resource.Split(":::")[^1]}` | {task.Found.Service} `{task.Found.Operation}` | {Outcomes([task.Found])} | {(task.Runs ? "yes" : None)} |"),
    ];

    private static string Outcomes(IEnumerable<AwsCall> calls) => string.Join("; ", calls
        .Select(call => call.Outcome switch
        {
            CallOutcome.Called => "done",
            CallOutcome.OnlyChecked => $"checked only: {call.Why}",
            _ => "refused",
        })
        .Distinct()
        .OrderDescending(StringComparer.Ordinal));

    private static string ReadBack(IEnumerable<AwsCall> calls) =>
        Listed(calls.Where(call => call.ReadBack is { Compared: > 0 }).Select(call => call.ReadBack!.Operation));

    private static string Dropped(IEnumerable<AwsCall> calls) =>
        Listed(calls.SelectMany(call => call.ReadBack?.Dropped ?? []).Select(path => Index().Replace(path, "")));

    private static string Listed(IEnumerable<string> names) =>
        string.Join(", ", names.Distinct().Order(StringComparer.Ordinal).Select(name => $"`{name}`")) is { Length: > 0 } list ? list : None;

    [GeneratedRegex(@"<!-- ([\w ]+) -->\n.*?<!-- end of \1 -->", RegexOptions.Singleline)]
    private static partial Regex Block();

    [GeneratedRegex(@"\[\d+\]")]
    private static partial Regex Index();
}
