using System.Text.Json.Nodes;

namespace Emulator.Tests.Account;

/// <summary>A resource as the program asked for it, and the calls that created it.</summary>
/// <param name="Fault">Why it came to no call at all.</param>
internal sealed record CreatedResource(
    string Type, string Name, JsonObject Inputs, IReadOnlyList<AwsCall> Calls, JsonObject Outputs, string? Fault)
{
    /// <summary>What kept it from being created, a line a fault.</summary>
    public IEnumerable<string> Faults => Calls
        .Where(call => call.Outcome is CallOutcome.Refused or CallOutcome.Failed)
        .Select(call => $"{Type} {Name}: {call}")
        .Concat(Fault is null ? [] : [$"{Type} {Name}: {Fault}"]);
}
