using Costs.Catalogue;
using Costs.Catalogue.Bulk;
using Preview.CommandLine;

namespace Preview.Pricing;

/// <summary>Makes a price list of an offer file of AWS.</summary>
internal static class OfferPrices
{
    /// <param name="offer">Path of the offer file; its name says what it is.</param>
    /// <param name="region">The Region to take.</param>
    /// <param name="output">Where the list goes, once all of it is there.</param>
    /// <exception cref="UserErrorException">There is no such file, or it has no prices of the Region.</exception>
    public static void Convert(string offer, string region, Stream output)
    {
        using var list = new MemoryStream();
        try
        {
            using var file = File.OpenRead(offer);
            BulkPriceList.Convert(file, Path.GetFileName(offer), region, list);
        }
        catch (PriceListException fault)
        {
            throw new UserErrorException(fault.Message);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new UserErrorException($"The offer {offer} cannot be read: {fault.Message}");
        }

        list.WriteTo(output);
    }
}
