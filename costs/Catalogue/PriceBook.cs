using System.Collections.Concurrent;
using System.Text.Json;

namespace Costs.Catalogue;

/// <summary>The price lists of all Regions, each opened when it is needed.</summary>
public sealed class PriceBook
{
    private const string Suffix = ".json";

    private readonly ConcurrentDictionary<string, RegionPrices> regions = new(StringComparer.Ordinal);
    private readonly JsonDocument? replacement;

    private PriceBook(string? replacedRegion, JsonDocument? replacement)
    {
        this.replacement = replacement;
        ReplacedRegion = replacedRegion;
        Regions = [.. BuiltInRegions().Union(replacedRegion is null ? [] : [replacedRegion]).Order(StringComparer.Ordinal)];
    }

    /// <summary>The price lists that come with this library.</summary>
    public static PriceBook BuiltIn { get; } = new(null, null);

    /// <summary>The Regions there is a price list for.</summary>
    public ImmutableArray<string> Regions { get; }

    /// <summary>The Region whose prices somebody brought along; null where all are built in.</summary>
    public string? ReplacedRegion { get; }

    /// <summary>The stack's setting that names a price list to be used: a full path. A policy pack is told nothing else of the run.</summary>
    public const string Setting = "sagemaker-guardrails:priceList";

    /// <summary>The built-in price lists, or with that of one Region taken from a file.</summary>
    /// <param name="file">Path of a price list; null for none.</param>
    /// <exception cref="PriceListException">It cannot be read, or is no such list; the message has everything that is wrong with it.</exception>
    public static PriceBook Open(string? file)
    {
        if (file is null)
        {
            return BuiltIn;
        }

        try
        {
            using var list = File.OpenRead(file);
            return With(list, file);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw PriceListException.Unreadable(file, fault);
        }
    }

    /// <summary>The built-in price lists with that of one Region replaced or added.</summary>
    /// <param name="priceList">A price list in the format of costs/Catalogue/README.md.</param>
    /// <param name="name">How messages call it, for example its path.</param>
    /// <exception cref="PriceListException">It is no such list; the message has everything that is wrong with it.</exception>
    public static PriceBook With(Stream priceList, string name)
    {
        JsonDocument document;
        try
        {
            document = JsonDocument.Parse(priceList);
        }
        catch (JsonException exception)
        {
            throw new PriceListException(name, [$"It is not JSON: {exception.Message}"]);
        }

        var faults = PriceListCheck.Faults(document.RootElement);
        return faults.Count > 0
            ? throw new PriceListException(name, faults)
            : new(document.RootElement.GetProperty("region").GetString()!, document);
    }

    /// <summary>The prices of a Region; for one without a price list, every lookup says so.</summary>
    public RegionPrices For(string region) => regions.GetOrAdd(
        region, name => new(name, () => name == ReplacedRegion ? replacement : OpenBuiltIn(name), string.Join(", ", Regions)));

    private static IEnumerable<string> BuiltInRegions() =>
        from resource in typeof(PriceBook).Assembly.GetManifestResourceNames()
        where resource.EndsWith(Suffix, StringComparison.Ordinal)
        select resource[..^Suffix.Length];

    /// <summary>Null where there is no built-in list of the Region.</summary>
    internal static JsonDocument? OpenBuiltIn(string region)
    {
        using var stream = typeof(PriceBook).Assembly.GetManifestResourceStream(region + Suffix);
        if (stream is null)
        {
            return null;
        }

        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return JsonDocument.Parse(bytes);
    }
}
