using System.Globalization;
using System.Text;
using Costs.Catalogue;
using Costs.Catalogue.Bulk;
using Costs.Catalogue.Keys;

namespace Costs.Tests.Catalogue;

public class BulkPriceListTests
{
    private const string Json = """
        {
          "formatVersion": "v1.0", "disclaimer": "none", "offerCode": "AmazonSageMaker",
          "version": "20270102", "publicationDate": "2027-01-02T03:04:05Z",
          "products": {
            "A": {"sku": "A", "productFamily": "ML Instance", "attributes": {
              "usagetype": "EUN1-Host:ml.g5.xlarge", "instanceType": "ml.g5.xlarge-Hosting", "regionCode": "eu-north-1"}},
            "B": {"sku": "B", "attributes": {"regionCode": "eu-north-1", "usagetype": "EUN1-Train:ml.g5.xlarge"}},
            "C": {"sku": "C", "attributes": {"regionCode": "eu-west-1", "usagetype": "EU-Host:ml.g5.xlarge"}},
            "D": {"sku": "D", "attributes": {"regionCode": "eu-north-1", "usagetype": "EUN1-Studio:KernelGateway-ml.t3.medium"}},
            "E": {"sku": "E", "attributes": {"regionCode": "eu-north-1", "usagetype": "EUN1-Notebk:VolumeUsage.gp2"}},
            "F": {"sku": "F", "attributes": {"regionCode": "eu-north-1", "usagetype": "EUN1-Cluster:ml.p5.48xlarge-Reserved"}},
            "G": {"sku": "G", "attributes": {"regionCode": "eu-north-1", "usagetype": "EUN1-AsyncInf:ml.g5.xlarge"}},
            "H": {"sku": "H", "attributes": {"regionCode": "eu-north-1"}}
          },
          "terms": {
            "OnDemand": {
              "A": {"A.1": {"offerTermCode": "1", "sku": "A", "priceDimensions": {"A.1.1": {"unit": "Hrs", "pricePerUnit": {"USD": "1.5500000000"}}}}},
              "B": {"B.1": {"priceDimensions": {"B.1.1": {"pricePerUnit": {"USD": "1.5600000000"}}}}},
              "C": {"C.1": {"priceDimensions": {"C.1.1": {"pricePerUnit": {"USD": "9"}}}}},
              "D": {"D.1": {"priceDimensions": {"D.1.1": {"pricePerUnit": {"USD": "0.055"}}}}},
              "E": {"E.1": {"priceDimensions": {"E.1.1": {"pricePerUnit": {"USD": "0.15"}}}}},
              "F": {"F.1": {"priceDimensions": {"F.1.1": {"pricePerUnit": {"USD": "77"}}}}},
              "H": {"H.1": {"priceDimensions": {"H.1.1": {"pricePerUnit": {"USD": "5"}}}}}
            },
            "Reserved": {"A": {"A.2": {"priceDimensions": {"A.2.1": {"pricePerUnit": {"USD": "1"}}}}}}
          }
        }
        """;

    private const string Csv = """"
        "FormatVersion","v1.0"
        "Disclaimer","none, really"
        "Publication Date","2027-01-02T03:04:05Z"
        "Version","20270102"
        "OfferCode","AmazonSageMaker"
        "SKU","OfferTermCode","TermType","PriceDescription","Unit","PricePerUnit","Currency","Product Family","usageType","Region Code"
        "A","1","OnDemand","$1.55 per hour, ""hosting""","Hrs","1.5500000000","USD","ML Instance","EUN1-Host:ml.g5.xlarge","eu-north-1"
        "B","1","OnDemand","training","Hrs","1.5600000000","USD","ML Instance","EUN1-Train:ml.g5.xlarge","eu-north-1"
        "C","1","OnDemand","elsewhere","Hrs","9","USD","ML Instance","EU-Host:ml.g5.xlarge","eu-west-1"
        "A","2","Reserved","reserved","Hrs","1","USD","ML Instance","EUN1-Host:ml.g5.xlarge","eu-north-1"
        """";

    [Theory]
    [InlineData("offer.json", Json)]
    [InlineData("offer.csv", Csv)]
    public void On_demand_prices_of_the_region_are_taken(string name, string offer)
    {
        var prices = Convert(offer, name).For("eu-north-1");

        var hosting = prices.Find(InstancePrices.For(InstanceUse.Hosting, "ml.g5.xlarge")).Price!;
        Assert.Equal(1.55m, hosting.FirstUsd);
        Assert.Equal(Confidence.Exact, hosting.Provenance.Confidence);
        Assert.Equal("B1 of 2027-01-02 (AWS bulk price list, offer AmazonSageMaker)", hosting.Provenance.ToString()["Exact, ".Length..]);
        Assert.Equal(1.56m, prices.Find(InstancePrices.For(InstanceUse.Training, "ml.g5.xlarge")).Price!.FirstUsd);
        Assert.Equal("2027-01-02", prices.AsOf);
    }

    [Fact]
    public void Studio_and_volumes_have_names_of_their_own_and_what_is_not_by_the_hour_is_left_out()
    {
        var prices = Convert(Json, "offer.json").For("eu-north-1");

        Assert.Equal(0.055m, prices.Find(InstancePrices.For(InstanceUse.Studio, "ml.t3.medium")).Price!.FirstUsd);
        Assert.Equal(0.15m, prices.Find(SageMakerPrices.NotebookVolume).Price!.FirstUsd);
        Assert.Equal(["ml.g5.xlarge", "ml.t3.medium"], prices.InstanceTypes);
    }

    [Fact]
    public void All_else_is_as_in_the_built_in_list_of_the_region()
    {
        var book = Convert(Json.Replace("eu-north-1", "us-east-1"), "offer.json", "us-east-1");
        var prices = book.For("us-east-1");

        Assert.Equal(1.55m, prices.Find(InstancePrices.For(InstanceUse.Hosting, "ml.g5.xlarge")).Price!.FirstUsd);
        Assert.Equal(0.023m, prices.Find(S3Prices.Storage("STANDARD")).Price!.FirstUsd);
        Assert.Equal(59, prices.Instance("ml.g5.xlarge")!.Spot!.SavingsPercent);

        // No longer in the offer: its hardware stays, its old price does not.
        Assert.False(prices.Find(InstancePrices.For(InstanceUse.Hosting, "ml.m5.large")).IsFound);
        Assert.Equal(InstanceStatus.NoListPrice, prices.Instance("ml.m5.large")!.Status);
    }

    [Theory]
    [InlineData("offer.json", "{", "It is not JSON")]
    [InlineData("offer.json", "{\"offerCode\": \"AmazonS3\"}", "It is the offer AmazonS3; expected AmazonSageMaker.")]
    [InlineData("offer.json", "{\"offerCode\": \"AmazonSageMaker\"}", "It has no on-demand prices of SageMaker instances in eu-north-1.")]
    [InlineData("offer.csv", "\"SKU\",\"TermType\"\n", "It has no column PricePerUnit.")]
    [InlineData("offer.csv", "a,b\nc,d\n", "It has no row of columns that begins with SKU.")]
    [InlineData("offer.txt", "{}", "Its name ends neither in .json nor in .csv")]
    public void What_is_no_offer_of_sagemaker_is_refused(string name, string offer, string fault) =>
        Assert.Contains(fault, Assert.Throws<PriceListException>(() => Convert(offer, name)).Message);

    [Fact]
    public void A_large_offer_is_never_held_as_a_whole()
    {
        using var large = new EndlessOffer(products: 50_000);
        using var output = new MemoryStream();

        BulkPriceList.Convert(large, "offer.json", "eu-north-1", output);

        Assert.True(large.Sent > 20_000_000, $"only {large.Sent} bytes were sent");
        Assert.True(large.LargestBuffer <= 128 * 1024, $"a buffer of {large.LargestBuffer} bytes was filled");
    }

    private static PriceBook Convert(string offer, string name, string region = "eu-north-1")
    {
        using var source = new MemoryStream(Encoding.UTF8.GetBytes(offer));
        using var list = new MemoryStream();
        BulkPriceList.Convert(source, name, region, list);
        list.Position = 0;
        return PriceBook.With(list, "converted.json");
    }

    /// <summary>An offer of many products, made while it is read.</summary>
    private sealed class EndlessOffer(int products) : Stream
    {
        private readonly IEnumerator<byte[]> parts = Parts(products).GetEnumerator();
        private byte[] current = [];
        private int position;

        public long Sent { get; private set; }

        public int LargestBuffer { get; private set; }

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            LargestBuffer = Math.Max(LargestBuffer, buffer.Length);
            if (position == current.Length)
            {
                if (!parts.MoveNext())
                {
                    return 0;
                }

                (current, position) = (parts.Current, 0);
            }

            var sent = Math.Min(count, current.Length - position);
            Array.Copy(current, position, buffer, offset, sent);
            position += sent;
            Sent += sent;
            return sent;
        }

        public override void Flush() => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        private static IEnumerable<byte[]> Parts(int products)
        {
            static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);
            yield return Utf8("""{"offerCode": "AmazonSageMaker", "products": {"A": {"attributes": {"usagetype": "EUN1-Host:ml.g5.xlarge", "regionCode": "eu-north-1"}}""");
            var filler = new string('x', 400);
            for (var number = 0; number < products; number++)
            {
                yield return Utf8(string.Create(
                    CultureInfo.InvariantCulture,
                    $$""", "S{{number}}": {"attributes": {"usagetype": "USE1-Host:ml.g5.xlarge", "regionCode": "us-east-1", "note": "{{filler}}"} }"""));
            }

            yield return Utf8("""}, "terms": {"OnDemand": {"A": {"A.1": {"priceDimensions": {"A.1.1": {"pricePerUnit": {"USD": "2"}}}}}}}}""");
        }
    }
}
