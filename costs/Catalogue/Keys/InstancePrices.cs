namespace Costs.Catalogue.Keys;

/// <summary>The hourly prices of SageMaker instances, which differ by what the instance is used for.</summary>
public static class InstancePrices
{
    public static PriceKey For(InstanceUse use, string type) =>
        new($"/sagemaker/instances/{type}/prices/{Component(use)}/usdPerHour", "instance-hours");

    /// <summary>An EC2 instance of the same hardware, Linux on demand. The list has it under the SageMaker type.</summary>
    public static PriceKey Ec2(string type) => new($"/sagemaker/instances/ml.{type}/ec2OnDemandPerHour", "instance-hours");

    private static string Component(InstanceUse use) => use switch
    {
        InstanceUse.Hosting => "hosting",
        InstanceUse.Training => "training",
        InstanceUse.Notebook => "notebook",
        InstanceUse.Studio => "studio",
        InstanceUse.Processing => "processing",
        InstanceUse.BatchTransform => "batchTransform",
        InstanceUse.Cluster => "cluster",
        _ => throw new ArgumentOutOfRangeException(nameof(use), use, "There is no such use."),
    };
}

/// <summary>What a SageMaker instance is used for.</summary>
public enum InstanceUse
{
    Hosting,
    Training,
    Notebook,
    Studio,
    Processing,
    BatchTransform,

    /// <summary>HyperPod.</summary>
    Cluster,
}
