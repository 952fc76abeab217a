using Bill.Classification;
using Costs.Catalogue;

namespace Bill.Savings;

/// <summary>An endpoint that is always on, as the strategies look at it: each is for one of them.</summary>
/// <param name="Instances">How many it has all the time.</param>
/// <param name="FitsServerless">Whether what it serves can be served without instances: no accelerator, little memory.</param>
internal sealed record AlwaysOnEndpoint(BillLine Line, decimal Instances, bool FitsServerless)
{
    /// <summary>A serverless endpoint has 6 GB at the most; the model of an instance this large may still fit.</summary>
    private const decimal MostMemoryGiB = 16;

    /// <summary>From here on an endpoint is a fleet, whose number can follow the traffic.</summary>
    private const decimal Fleet = 1.5m;

    public bool IsFleet => Instances >= Fleet;

    public bool IsServerless => !IsFleet && FitsServerless;

    public static IEnumerable<AlwaysOnEndpoint> In(IEnumerable<BillLine> bill, PriceBook prices) =>
        from line in bill
        where line.Item == "alwaysOnHosting"
        let facts = line.InstanceType is { } type ? prices.For(line.Region).Instance(type) : null
        select new AlwaysOnEndpoint(
            line, line.Hours > 0 ? line.Amount / line.Hours : 0, facts is { Accelerator: null, MemoryGiB: <= MostMemoryGiB });
}
