using System.Collections.Immutable;
using Costs.Comparison;
using Costs.Money;
using Preview.Baselines;
using Preview.Engine;
using Preview.Runs;

namespace Preview.Verdicts;

/// <summary>Works out what happens to the resources of a plan.</summary>
internal static class Changes
{
    /// <summary>How what belongs to the stack as a whole is called.</summary>
    public const string WholeStack = "the stack";

    public static ImmutableArray<PlannedChange> Of(PreviewResult run)
    {
        if (run.Estimate is not { } estimate)
        {
            return [];
        }

        var before = ByUrn(run.Baseline?.Costs);
        var after = ByUrn(CostSheet.Of(estimate));
        var managed = run.Resources.Where(ResourceInputs.IsManaged).ToDictionary(resource => resource.Urn);
        var gone = (run.Baseline?.Inputs.Keys ?? []).Where(urn => !managed.ContainsKey(urn));
        IEnumerable<PlannedChange> all =
        [
            .. managed.Values.Select(resource => Change(OperationOn(resource, run.Baseline), resource.Urn)),
            .. gone.Select(urn => Change(Operation.Delete, urn)),
            .. before.Keys.Union(after.Keys).Where(urn => urn.Length == 0).Select(urn => Change(OfWholeStack(before.ContainsKey(urn), after.ContainsKey(urn)), urn)),
        ];
        return
        [
            .. all.Where(IsWorthTelling)
                .OrderByDescending(change => Math.Abs(change.Difference.Expected))
                .ThenByDescending(change => Math.Abs(change.Difference.Ceiling))
                .ThenBy(change => change.Urn, StringComparer.Ordinal),
        ];

        PlannedChange Change(Operation operation, string urn) => new(
            operation, urn, urn.Length == 0 ? WholeStack : Urn.NameOf(urn), before.GetValueOrDefault(urn), after.GetValueOrDefault(urn))
        {
            Place = run.Places.GetValueOrDefault(urn),
        };
    }

    /// <summary>
    /// An offline run registers everything as if it were new. Where there is a base to compare with, what is in it and has the same
    /// inputs stays.
    /// </summary>
    private static Operation OperationOn(RegisteredResource resource, Baseline? baseline) =>
        resource.Operation == Operation.Create && baseline?.Inputs.GetValueOrDefault(resource.Urn) is { } inputs
            ? inputs == ResourceInputs.Text(resource) ? Operation.Same : Operation.Update
            : resource.Operation;

    /// <summary>No resource, so that only its cost tells.</summary>
    private static Operation OfWholeStack(bool isBefore, bool isAfter) => (isBefore, isAfter) switch
    {
        (false, _) => Operation.Create,
        (_, false) => Operation.Delete,
        _ => Operation.Same,
    };

    private static bool IsWorthTelling(PlannedChange change) =>
        change.Operation is not (Operation.Same or Operation.Read)
        || change.Difference != CostDifference.None
        || (change.Before is not null && change.Before.Status != change.After?.Status);

    private static Dictionary<string, ResourceCost> ByUrn(CostSheet? sheet) =>
        (sheet?.Resources ?? []).ToDictionary(resource => resource.Urn, StringComparer.Ordinal);
}
