using System.Text.Json;

namespace Costs.Catalogue.Bulk;

/// <summary>
/// Turns AWS's own price list of SageMaker, as downloaded, into a price list of this library: instances and volumes at today's
/// prices, all else as in the built-in list of the Region.
/// </summary>
public static class BulkPriceList
{
    /// <param name="offer">An offer file of AmazonSageMaker, JSON or CSV. It is read once, and never held as a whole.</param>
    /// <param name="name">Its file name, which ends in .json or .csv; messages and the list call it so.</param>
    /// <param name="region">The Region to convert; a list may have several.</param>
    /// <param name="priceList">Where the list is written.</param>
    /// <exception cref="PriceListException">It is no such offer file, or has no prices of the Region.</exception>
    public static void Convert(Stream offer, string name, string region, Stream priceList)
    {
        var read = new BulkOffer(region);
        if (Read(offer, name, read) is { } fault)
        {
            throw Refused(name, fault);
        }

        if (read.OfferCode is not null and not BulkOffer.Code)
        {
            throw Refused(name, $"It is the offer {read.OfferCode}; expected {BulkOffer.Code}.");
        }

        if (read.Instances.Count == 0)
        {
            throw Refused(name, $"It has no on-demand prices of SageMaker instances in {region}.");
        }

        BulkWriter.Write(read, name, PriceBook.OpenBuiltIn(region), priceList);
    }

    private static string? Read(Stream offer, string name, BulkOffer read)
    {
        if (name.EndsWith(".csv", StringComparison.OrdinalIgnoreCase))
        {
            return new BulkCsv(read).Read(offer);
        }

        if (!name.EndsWith(".json", StringComparison.OrdinalIgnoreCase))
        {
            return "Its name ends neither in .json nor in .csv, the two forms in which AWS publishes offers.";
        }

        try
        {
            new BulkJson(read).Read(offer);
            return null;
        }
        catch (JsonException exception)
        {
            return $"It is not JSON: {exception.Message}";
        }
    }

    private static PriceListException Refused(string name, string fault) => PriceListException.NoOffer(name, fault);
}
