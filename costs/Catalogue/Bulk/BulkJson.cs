using System.Buffers;
using System.Globalization;
using System.Text.Json;

namespace Costs.Catalogue.Bulk;

/// <summary>Reads an offer file in JSON as it streams past, in a buffer that only grows to the longest of its values.</summary>
/// <remarks>https://docs.aws.amazon.com/awsaccountbilling/latest/aboutv2/reading-an-offer.html</remarks>
internal sealed class BulkJson(BulkOffer offer)
{
    private const int BufferSize = 64 * 1024;

    // products/SKU/attributes/usagetype
    private const int AttributeDepth = 4;

    // terms/OnDemand/SKU/SKU.TERM/priceDimensions/RATE/pricePerUnit/USD
    private const int PriceDepth = 8;

    /// <summary>The names of the members around the current value, outermost first.</summary>
    private readonly string[] path = new string[64];
    private string? sku;
    private string? regionCode;
    private string? usageType;

    /// <exception cref="JsonException">It is no JSON.</exception>
    public void Read(Stream stream)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
        var (length, state, isLast) = (0, new JsonReaderState(), false);
        try
        {
            while (!isLast)
            {
                if (length == buffer.Length)
                {
                    buffer = Grow(buffer, length);
                }

                var read = stream.Read(buffer, length, buffer.Length - length);
                isLast = read == 0;
                length += read;
                var reader = new Utf8JsonReader(buffer.AsSpan(0, length), isLast, state);
                while (reader.Read())
                {
                    Take(ref reader);
                }

                state = reader.CurrentState;
                var rest = length - (int)reader.BytesConsumed;
                buffer.AsSpan((int)reader.BytesConsumed, rest).CopyTo(buffer);
                length = rest;
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private void Take(ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.PropertyName when reader.CurrentDepth <= path.Length:
                path[reader.CurrentDepth - 1] = reader.GetString()!;
                break;
            case JsonTokenType.String:
                TakeText(reader.CurrentDepth, ref reader);
                break;
            // The attributes of a product are complete, in whatever order they came.
            case JsonTokenType.EndObject when reader.CurrentDepth == 2 && path[0] == "products" && sku is not null:
                offer.AddProduct(sku, regionCode, usageType);
                (sku, regionCode, usageType) = (null, null, null);
                break;
        }
    }

    private void TakeText(int depth, ref Utf8JsonReader reader)
    {
        switch (depth)
        {
            case 1 when path[0] == "offerCode":
                offer.OfferCode = reader.GetString();
                break;
            case 1 when path[0] == "publicationDate":
                offer.PublicationDate = reader.GetString();
                break;
            case AttributeDepth when path[0] == "products" && path[2] == "attributes":
                sku = path[1];
                TakeAttribute(path[3], ref reader);
                break;
            case PriceDepth when path[0] == "terms" && path[1] == "OnDemand" && path[4] == "priceDimensions" && path[7] == "USD":
                if (decimal.TryParse(reader.GetString(), NumberStyles.Number, CultureInfo.InvariantCulture, out var usd))
                {
                    offer.AddPrice(path[2], usd);
                }

                break;
        }
    }

    private void TakeAttribute(string name, ref Utf8JsonReader reader)
    {
        switch (name)
        {
            case "usagetype":
                usageType = reader.GetString();
                break;
            case "regionCode":
                regionCode = reader.GetString();
                break;
        }
    }

    private static byte[] Grow(byte[] buffer, int length)
    {
        var larger = ArrayPool<byte>.Shared.Rent(buffer.Length * 2);
        buffer.AsSpan(0, length).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(buffer);
        return larger;
    }
}
