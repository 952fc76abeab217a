namespace Costs.Measured;

/// <summary>A variant of an endpoint whose metrics are asked for.</summary>
/// <param name="Urn">Of the endpoint.</param>
/// <param name="Resource">The endpoint's name in the program.</param>
/// <param name="Variant">The variant's name.</param>
/// <param name="Endpoint">What AWS calls the endpoint.</param>
/// <param name="InstanceType">Null for a serverless variant.</param>
/// <param name="IsAsync">Whether requests wait in a queue; those count under another metric.</param>
/// <param name="HasComponents">Whether it hosts inference components; their calls are not counted under the variant.</param>
public sealed record WatchedVariant(
    string Urn, string Resource, string Variant, EndpointNaming Endpoint, string? InstanceType, bool IsAsync, bool HasComponents)
{
    public bool IsServerless => InstanceType is null;

    /// <summary>Whether metrics of the variant tell how often it was called.</summary>
    public bool CountsCalls => !HasComponents;
}
