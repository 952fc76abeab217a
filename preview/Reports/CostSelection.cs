using System.Collections.Immutable;
using Costs.Estimates;
using Preview.CommandLine;
using Preview.Engine;

namespace Preview.Reports;

/// <summary>Finds the lines of an estimate that somebody means by a name or a URN.</summary>
internal sealed class CostSelection(Estimate estimate, IReadOnlyList<RegisteredResource> resources)
{
    private const int MostCandidates = 20;

    /// <summary>The line of a resource, or those of everything in a component.</summary>
    /// <exception cref="UserErrorException">Nothing is meant, or several things are.</exception>
    public SelectedLines Find(string nameOrUrn)
    {
        SelectedLines[] all = [.. estimate.Lines.Select(Resource), .. Components()];
        var exact = all.FirstOrDefault(candidate => candidate.Urn == nameOrUrn && nameOrUrn.Length > 0);
        if (exact is not null)
        {
            return exact;
        }

        // A component stands for what is in it, and what is free is rarely meant.
        var named = all.Where(candidate => candidate.Name == nameOrUrn).ToArray();
        var outermost = named.Where(candidate => !named.Any(other => other.Contains(candidate))).ToArray();
        var costing = outermost.Where(candidate => !candidate.IsFree).ToArray();
        return (costing.Length == 0 ? outermost : costing) switch
        {
            [var one] => one,
            [] => throw new UserErrorException(
                $"There is no resource {nameOrUrn} in the plan.{Spelling.Suggest(nameOrUrn, all.Select(candidate => candidate.Name))} "
                + $"These cost something: {string.Join(", ", Costing(all))}."),
            var several => throw new UserErrorException(
                $"{nameOrUrn} is the name of {several.Length} resources; give the URN of one:"
                + string.Concat(several.Select(candidate => $"\n  {candidate.Urn}"))),
        };
    }

    private static SelectedLines Resource(EstimateLine line) => new(line.Name, line.Type, line.Urn, [line]);

    private IEnumerable<SelectedLines> Components()
    {
        var lines = estimate.Lines.ToLookup(line => line.Urn);
        var children = resources.ToLookup(resource => resource.Parent);
        return
            from component in resources
            where !component.IsCustom && component.Type != Urn.StackType
            let inside = Inside(component.Urn).SelectMany(urn => lines[urn]).ToImmutableArray()
            where !inside.IsEmpty
            select new SelectedLines(component.Name, component.Type, component.Urn, inside);

        IEnumerable<string> Inside(string urn) => children[urn].SelectMany(child => Inside(child.Urn).Prepend(child.Urn));
    }

    private static string[] Costing(IEnumerable<SelectedLines> all)
    {
        var names = all.Where(candidate => !candidate.IsFree).Select(candidate => candidate.Name).Distinct().Order(StringComparer.Ordinal).ToArray();
        return names.Length <= MostCandidates
            ? names
            : [.. names.Take(MostCandidates), Summary.Plural(names.Length - MostCandidates, "other")];
    }
}

/// <summary>What somebody means: a resource, or a component with all that is in it.</summary>
internal sealed record SelectedLines(string Name, string Type, string Urn, ImmutableArray<EstimateLine> Lines)
{
    public bool IsFree => Lines.All(line => line.Status == LineStatus.Free);

    /// <summary>Whether all of another selection is in this one, which has more.</summary>
    public bool Contains(SelectedLines other) => Lines.Length > other.Lines.Length && !other.Lines.Except(Lines).Any();
}
