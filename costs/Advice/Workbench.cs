using Costs.Catalogue;
using Costs.Estimates;
using Costs.Plan;

namespace Costs.Advice;

/// <summary>A plan as it is, and the same estimator for what it could be instead: advice knows no arithmetic of prices of its own.</summary>
internal sealed class Workbench
{
    private readonly PlanMapping mapping;
    private readonly Dictionary<string, EstimateLine> asIs;

    public Workbench(AdviceInput input)
    {
        Input = input;
        mapping = new(input.Plan, input.KnownUsage, input.Prices, input.Region);
        var survey = new Survey();
        AsIs = mapping.Estimate(new([], [], survey));
        Things = [.. survey.Things];
        asIs = ByUrn(AsIs);
        Settings = new(mapping.Index);
        Models = new(mapping.Index, input.Sizing);
        Measured = new(input.Measured, Things);
    }

    public AdviceInput Input { get; }

    public Estimate AsIs { get; }

    public ImmutableArray<Surveyed> Things { get; }

    public PlanIndex Index => mapping.Index;

    public SettingPaths Settings { get; }

    public DeclaredModels Models { get; }

    public MeasuredThings Measured { get; }

    /// <summary>Things of which only plan and usage tell whether their instances are right.</summary>
    public IEnumerable<Surveyed> Unmeasured => Things.Where(thing => Measured.Need(thing) is null);

    /// <summary>The prices where a resource is; null where that is not known.</summary>
    public RegionPrices? PricesOf(PlannedResource resource) => mapping.PricesOf(resource);

    /// <summary>What people call the resource of a line.</summary>
    public string NameOf(string urn) => Index.Find(urn) is { } resource ? Settings.NameOf(resource) : urn;

    public EstimateLine Line(PlannedResource resource) => asIs[resource.Urn];

    public Estimate With(IEnumerable<Replacement> replacements) => mapping.Estimate(new([], [], new Replacements(replacements)));

    /// <summary>
    /// What each alternative, by itself, does to the cost of its resources. Alternatives for different resources are tried at
    /// once, so the work does not grow with their product.
    /// </summary>
    public IReadOnlyList<Outcome> Try(IReadOnlyList<ImmutableArray<Replacement>> alternatives)
    {
        var outcomes = new Outcome[alternatives.Count];
        foreach (var layer in Layers(alternatives))
        {
            var lines = ByUrn(With(layer.SelectMany(number => alternatives[number])));
            foreach (var number in layer)
            {
                outcomes[number] = new([.. UrnsOf(alternatives[number]).Select(urn => (asIs[urn], lines[urn]))]);
            }
        }

        return outcomes;
    }

    /// <summary>The numbers of the alternatives, in groups of which each has a resource only once.</summary>
    public static IEnumerable<ImmutableArray<int>> Layers(IReadOnlyList<ImmutableArray<Replacement>> alternatives)
    {
        var used = new Dictionary<string, int>(StringComparer.Ordinal);
        var layers = new int[alternatives.Count];
        for (var number = 0; number < alternatives.Count; number++)
        {
            var urns = UrnsOf(alternatives[number]).ToList();
            layers[number] = urns.Max(urn => used.GetValueOrDefault(urn));
            urns.ForEach(urn => used[urn] = layers[number] + 1);
        }

        return
            from number in Enumerable.Range(0, layers.Length)
            group number by layers[number] into layer
            orderby layer.Key
            select layer.ToImmutableArray();
    }

    public static IEnumerable<string> UrnsOf(IEnumerable<Replacement> replacements) =>
        replacements.Select(replacement => replacement.Of.Resource.Urn).Distinct(StringComparer.Ordinal);

    public static Dictionary<string, EstimateLine> ByUrn(Estimate estimate) =>
        estimate.Lines.ToDictionary(line => line.Urn, StringComparer.Ordinal);
}
