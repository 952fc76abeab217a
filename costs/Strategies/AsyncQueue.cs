using Costs.Mappers.SageMaker.Hosting;
using Costs.Quantities;
using Costs.Usage;

namespace Costs.Strategies;

/// <summary>
/// Requests that wait in a queue, with instances only while there are some. Answering at once takes an instance all month, or as
/// many as work through the queue on average.
/// </summary>
internal sealed class AsyncQueue : Strategy, IUndoes<ServedVariant>
{
    public override string Name => "asyncInference";

    public override string Title => "asynchronous inference";

    public bool AppliesTo(ServedVariant planned, ResourceUsage usage) =>
        planned is InstanceFleet { IsAsync: true, Bounds: not null, Instances.IsKnown: true };

    public ServedVariant Without(ServedVariant planned, ResourceUsage usage)
    {
        var fleet = (InstanceFleet)planned;
        return fleet with
        {
            Instances = Quantity.Of(Math.Max(1, Math.Ceiling(fleet.Instances.Expected))).With(fleet.Instances),
            Bounds = null,
            IsAsync = false,
        };
    }
}
