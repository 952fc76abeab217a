using System.Collections.Concurrent;
using System.Text.Json;

namespace Costs.Catalogue;

/// <summary>
/// The price list of one Region. It is opened when the first price or fact is asked for, so a plan of free resources never
/// pays for it.
/// </summary>
public sealed class RegionPrices
{
    private readonly Lazy<JsonDocument?> document;
    private readonly string known;
    private readonly ConcurrentDictionary<PriceKey, PriceLookup> found = new();
    private readonly ConcurrentDictionary<string, InstanceFacts?> facts = new();

    internal RegionPrices(string region, Func<JsonDocument?> open, string knownRegions)
    {
        Region = region;
        document = new(open);
        known = knownRegions;
    }

    public string Region { get; }

    /// <summary>Whether there is a price list for the Region; asking opens it.</summary>
    public bool IsKnown => document.Value is not null;

    /// <summary>Whether anybody asked for a price yet.</summary>
    public bool IsOpened => document.IsValueCreated;

    /// <summary>The date of the SageMaker prices, for example 2026-09-22; null where the list does not say.</summary>
    public string? AsOf => Text("/sagemaker/asOf");

    /// <summary>The instance types that the list knows, whether or not it has a price for them.</summary>
    public IEnumerable<string> InstanceTypes =>
        Root("/sagemaker/instances") is { } instances ? instances.EnumerateObject().Select(instance => instance.Name) : [];

    public PriceLookup Find(PriceKey key) => found.GetOrAdd(key, Look);

    /// <summary>Hardware, spot statistics and standing of a SageMaker instance type; null where the list does not have it.</summary>
    public InstanceFacts? Instance(string type) => facts.GetOrAdd(
        type, name => Root("/sagemaker/instances") is { } all && all.TryGetProperty(name, out var instance)
            ? InstanceFacts.Read(name, instance)
            : null);

    /// <summary>A number in the list that is not a price, for example a free allowance; null where there is none.</summary>
    internal decimal? Number(string pointer) =>
        Root(pointer) is { ValueKind: JsonValueKind.Number } number ? number.GetDecimal() : null;

    /// <summary>A text in the list; null where there is none.</summary>
    internal string? Text(string pointer) => Root(pointer) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

    private JsonElement? Root(string pointer) =>
        document.Value is { } opened ? JsonPointer.Find(opened.RootElement, pointer) : null;

    private PriceLookup Look(PriceKey key)
    {
        if (document.Value is not { } opened)
        {
            return PriceLookup.NotFound($"There is no price list for {Region}; there is one for {known}.");
        }

        var (target, enclosing) = JsonPointer.Walk(opened.RootElement, key.Pointer);
        if (target is not { } price || PriceReader.Tiers(price) is not { } tiers)
        {
            return PriceLookup.NotFound($"The price list of {Region} has no {key.Pointer}.");
        }

        var provenance = PriceReader.Provenance(opened.RootElement, Region, key.Pointer, enclosing);
        var free = key.FreePointer is null ? 0 : Number(key.FreePointer) ?? 0;
        return PriceLookup.Found(new(key, PriceReader.AfterAllowance(tiers, free / key.UnitSize), provenance));
    }
}
