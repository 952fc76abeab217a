namespace Costs.Catalogue.Bulk;

/// <summary>What a price list of AWS says of SageMaker, gathered while it streams past: little beside the list itself.</summary>
internal sealed class BulkOffer(string region)
{
    /// <summary>The only offer that has instance prices of SageMaker.</summary>
    public const string Code = "AmazonSageMaker";

    /// <summary>What a usage type is used for. Behind it stand ":" and the instance type, in front of it the Region's own code.</summary>
    private static readonly Dictionary<string, string> Components = new()
    {
        ["Host"] = "hosting",
        ["Train"] = "training",
        ["Notebk"] = "notebook",
        ["Processing"] = "processing",
        ["Tsform"] = "batchTransform",
        ["Cluster"] = "cluster",
    };

    private static readonly Dictionary<string, string> Volumes = new()
    {
        ["Host:VolumeUsage.gp2"] = "endpointVolume",
        ["Train:VolumeUsage.gp2"] = "trainingVolume",
        ["Notebk:VolumeUsage.gp2"] = "notebookVolume",
        ["Processing:VolumeUsage.gp2"] = "processingVolume",
        ["Studio:VolumeUsage.gp3"] = "studioSpaceVolumeGp3",
    };

    private static readonly string[] StudioApps = ["KernelGateway-", "JupyterLab-"];

    private readonly Dictionary<string, BulkProduct> products = new(StringComparer.Ordinal);

    public string Region { get; } = region;

    /// <summary>Of the list; null where it does not say.</summary>
    public string? OfferCode { get; set; }

    /// <summary>The day it was published; null where it does not say.</summary>
    public string? PublicationDate { get; set; }

    /// <summary>Hourly prices by instance type and component.</summary>
    public SortedDictionary<string, SortedDictionary<string, decimal>> Instances { get; } = new(StringComparer.Ordinal);

    /// <summary>Prices of a GB-month by kind of volume.</summary>
    public SortedDictionary<string, decimal> VolumePrices { get; } = new(StringComparer.Ordinal);

    /// <summary>Remembers what a stock keeping unit is, if it is in the Region and anything that is priced here.</summary>
    public void AddProduct(string sku, string? regionCode, string? usageType)
    {
        if (regionCode == Region && usageType is not null && Product(usageType) is { } product)
        {
            products[sku] = product;
        }
    }

    /// <summary>Takes the on-demand price of a unit. Prices of later tiers do not occur for instances.</summary>
    public void AddPrice(string sku, decimal usd)
    {
        if (!products.TryGetValue(sku, out var product) || usd <= 0)
        {
            return;
        }

        if (product.InstanceType is { } type)
        {
            if (!Instances.TryGetValue(type, out var components))
            {
                Instances[type] = components = new(StringComparer.Ordinal);
            }

            components[product.Component] = usd;
        }
        else
        {
            VolumePrices[product.Component] = usd;
        }
    }

    private static BulkProduct? Product(string usageType)
    {
        // USE1-Host:ml.g5.xlarge; in the oldest Region also without a code in front.
        var name = usageType.Split('-', 2) is [var code, var rest] && !code.Contains(':', StringComparison.Ordinal) ? rest : usageType;
        if (Volumes.TryGetValue(name, out var volume))
        {
            return new(null, volume);
        }

        if (name.Split(':', 2) is not [var use, var type])
        {
            return null;
        }

        if (use == "Studio")
        {
            return StudioApps.FirstOrDefault(app => type.StartsWith(app, StringComparison.Ordinal)) is { } app
                ? new(type[app.Length..], "studio")
                : null;
        }

        // Ends otherwise for what is reserved or not by the hour.
        return Components.TryGetValue(use, out var component)
            && type.Split('.') is ["ml", _, var size] && !size.Contains('-', StringComparison.Ordinal)
            ? new(type, component)
            : null;
    }

    private readonly record struct BulkProduct(string? InstanceType, string Component);
}
