using Pulumirpc;

namespace Pulumi;

/// <summary>The engine's resource monitor, wherever it runs.</summary>
internal interface IMonitor
{
    Task<bool> SupportsFeatureAsync(string feature);

    Task<RegisterResourceResponse> RegisterResourceAsync(RegisterResourceRequest request);

    Task RegisterResourceOutputsAsync(RegisterResourceOutputsRequest request);

    Task<ReadResourceResponse> ReadResourceAsync(ReadResourceRequest request);

    Task<ResourceInvokeResponse> InvokeAsync(ResourceInvokeRequest request);

    /// <summary>Tells that nothing more will be registered; answered when all work is done.</summary>
    Task SignalAndWaitForShutdownAsync();
}
