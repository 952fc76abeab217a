namespace Costs.Catalogue.Keys;

/// <summary>What SageMaker charges beside instance-hours.</summary>
internal static class SageMakerPrices
{
    public static PriceKey NotebookVolume { get; } = Volume("notebookVolume");

    public static PriceKey TrainingVolume { get; } = Volume("trainingVolume");

    public static PriceKey EndpointVolume { get; } = Volume("endpointVolume");

    public static PriceKey ProcessingVolume { get; } = Volume("processingVolume");

    public static PriceKey StudioVolume { get; } = Volume("studioSpaceVolumeGp3");

    public static PriceKey EndpointDataIn { get; } = new("/sagemaker/endpointDataProcessed/in", "GB");

    public static PriceKey EndpointDataOut { get; } = new("/sagemaker/endpointDataProcessed/out", "GB");

    public static PriceKey ServerlessDataIn { get; } = new("/sagemaker/serverlessInference/dataProcessedPerGB/in", "GB");

    public static PriceKey ServerlessDataOut { get; } = new("/sagemaker/serverlessInference/dataProcessedPerGB/out", "GB");

    public static PriceKey ServerlessSeconds(int memoryMb) =>
        new($"/sagemaker/serverlessInference/memoryMB/{memoryMb}", "seconds");

    /// <summary>Concurrency that is kept warm, used or not.</summary>
    public static PriceKey WarmSeconds(int memoryMb) =>
        new($"/sagemaker/serverlessInference/provisionedConcurrency/warmPerSecond/{memoryMb}", "seconds");

    /// <summary>Calls that provisioned concurrency serves.</summary>
    public static PriceKey WarmExecutionSeconds(int memoryMb) =>
        new($"/sagemaker/serverlessInference/provisionedConcurrency/executionPerSecond/{memoryMb}", "seconds");

    private static PriceKey Volume(string name) => new($"/sagemaker/mlStorage/{name}/usd", "GB-months");
}
