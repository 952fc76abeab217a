using Costs.Estimates;
using Costs.Money;
using Preview.Runs;

namespace Preview.Verdicts;

/// <summary>Tells what a resource costs a month, with what is billed for it under another name.</summary>
internal sealed class CostOfResource
{
    /// <summary>An endpoint is billed by what its configuration says: both providers name it in this input.</summary>
    private const string ConfigurationOfEndpoint = "endpointConfigName";

    private readonly Dictionary<string, EstimateLine> lines = new(StringComparer.Ordinal);
    private readonly ILookup<string, string> endpoints;

    public CostOfResource(PreviewResult run)
    {
        foreach (var line in run.Estimate?.Lines ?? [])
        {
            lines[line.Urn] = line;
        }

        endpoints = (
            from resource in run.Resources
            from configuration in resource.PropertyDependencies.GetValueOrDefault(ConfigurationOfEndpoint, [])
            select (configuration, resource.Urn)).ToLookup(pair => pair.configuration, pair => pair.Urn, StringComparer.Ordinal);
    }

    /// <summary>Null where nothing of it is priced.</summary>
    public Cost? Find(string urn)
    {
        var priced = endpoints[urn].Append(urn).Select(one => lines.GetValueOrDefault(one)).OfType<EstimateLine>()
            .Where(line => !line.Components.IsEmpty)
            .ToArray();
        return priced.Length == 0 ? null : Cost.Sum(priced.Select(line => line.Monthly));
    }
}
