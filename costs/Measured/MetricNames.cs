namespace Costs.Measured;

/// <summary>Metrics as SageMaker publishes them.</summary>
/// <remarks>https://docs.aws.amazon.com/sagemaker/latest/dg/monitoring-cloudwatch.html</remarks>
internal static class MetricNames
{
    public const string CallsNamespace = "AWS/SageMaker";
    public const string EndpointsNamespace = "/aws/sagemaker/Endpoints";
    public const string JobsNamespace = "/aws/sagemaker/TrainingJobs";

    public const string EndpointName = "EndpointName";
    public const string VariantName = "VariantName";
    public const string Host = "Host";

    /// <summary>A value of 1 for each request; no value where there was none.</summary>
    public const string Invocations = "Invocations";

    /// <summary>The same of an asynchronous endpoint.</summary>
    public const string InvocationsProcessed = "InvocationsProcessed";

    /// <summary>For each request one part of as many as there were instances.</summary>
    public const string InvocationsPerInstance = "InvocationsPerInstance";

    /// <summary>Microseconds, a value for each request.</summary>
    public const string ModelLatency = "ModelLatency";

    /// <summary>100 for each core.</summary>
    public const string Cpu = "CPUUtilization";

    /// <summary>100 for each GPU.</summary>
    public const string Gpu = "GPUUtilization";

    /// <summary>Percent.</summary>
    public const string Memory = "MemoryUtilization";

    /// <summary>100 for each GPU.</summary>
    public const string GpuMemory = "GPUMemoryUtilization";
}
