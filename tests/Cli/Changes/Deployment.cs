using System.Collections.Immutable;

namespace Cli.Tests.Changes;

/// <summary>A step that the engine took, or planned to take.</summary>
/// <param name="Operation">In the words of the engine: create, create-replacement, delete-replaced and so on.</param>
internal sealed record Step(string Operation, string Urn);

/// <summary>What one <c>up</c> or <c>destroy</c> did.</summary>
/// <param name="Steps">What the engine logged, in its order; what stayed as it was is left out.</param>
/// <param name="Calls">What the providers did for it, in their order; refused calls are left out.</param>
/// <param name="Refusals">What AWS would have refused, or what could not have served for a while.</param>
internal sealed record Deployment(
    ProcessRun Run, ImmutableArray<Step> Steps, ImmutableArray<ProviderCall> Calls, ImmutableArray<string> Refusals)
{
    /// <summary>Resources that left the stack and were not touched.</summary>
    public IEnumerable<string> LeftBehind => Steps
        .Where(step => step.Operation is "delete" or "delete-replaced" or "discard" or "discard-replaced")
        .Select(step => step.Urn)
        .Except(Calls.Where(call => call.Method is "delete").Select(call => call.Urn))
        .Where(urn => !ProviderCall.TypeOf(urn).StartsWith("ml:", StringComparison.Ordinal));

    /// <summary>Fails the test unless there are these calls in this order, with others in between or not.</summary>
    public void AssertOrder(params string[] calls)
    {
        var made = Calls.Select(call => call.ToString()).ToArray();
        var places = calls.Select(call => Array.IndexOf(made, call)).ToArray();

        Assert.True(
            places.All(place => place >= 0) && places.SequenceEqual(places.Order()),
            $"Expected in this order:\n{string.Join('\n', calls)}\n\nFound:\n{string.Join('\n', made)}");
    }
}
