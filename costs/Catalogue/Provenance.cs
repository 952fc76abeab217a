namespace Costs.Catalogue;

/// <summary>Where a price comes from.</summary>
/// <param name="Region">The price list it stands in.</param>
/// <param name="Pointer">Where in the list, as a JSON pointer.</param>
/// <param name="Method">How it was computed; null where it was published as it is.</param>
public sealed record Provenance(
    string Region, string Pointer, Confidence Confidence, ImmutableArray<PriceSource> Sources, string? Method = null)
{
    /// <summary>The date of the first source, as the list has it; "undated" where there is none.</summary>
    public string Date => Sources.IsEmpty ? "undated" : Sources[0].Date;

    /// <summary>For people, for example "exact, S1 of 2026-09-22 (AmazonSageMaker regional price list)".</summary>
    public override string ToString()
    {
        var source = Sources.IsEmpty ? "no source" : $"{Sources[0].Id} of {Sources[0].Date} ({Sources[0].Title})";
        return Method is null ? $"{Confidence}, {source}" : $"{Confidence}, {source}; {Method}";
    }
}

/// <summary>One of the sources of a price list.</summary>
/// <param name="Id">Its name in the list, for example S1.</param>
/// <param name="Place">Repository and path, or address; empty where the list does not say.</param>
/// <param name="Date">As the list has it: a day, a month, or a span.</param>
public sealed record PriceSource(string Id, string Title, string Place, string Date);
