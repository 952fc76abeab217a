using Bill.Classification;

namespace Bill.Savings;

/// <summary>Money that goes where a strategy would spend less.</summary>
/// <param name="Item">The item of the classification.</param>
/// <param name="Unit">What <paramref name="Amount"/> counts.</param>
/// <param name="Because">What is wasteful about it.</param>
/// <param name="Resources">The endpoints, the dearest first; empty where the bill names none.</param>
internal sealed record Waste(
    string Item, string Title, decimal Usd, decimal Amount, string Unit, string Because, ImmutableArray<string> Resources)
{
    private static readonly (string Item, string Title, string Because)[] Kinds =
    [
        ("alwaysOnHosting", "always-on endpoints", "the same number of instances all the time, whether or not anybody calls"),
        ("onDemandTraining", "on-demand training", "spot capacity does the same work for less where jobs keep checkpoints"),
        ("standardStorage", "Standard storage without tiering", "what nobody reads costs as much as what everybody does"),
        ("natData", "bytes through NAT", "a gateway endpoint takes those to and from S3 for nothing"),
    ];

    /// <summary>The waste there is, in the order of the kinds.</summary>
    public static IEnumerable<Waste> Of(IReadOnlyCollection<BillLine> bill) =>
        from kind in Kinds
        let lines = bill.Where(line => line.Item == kind.Item).ToList()
        let usd = lines.Sum(line => line.Usd)
        where usd > 0
        select new Waste(
            kind.Item, kind.Title, usd, lines.Sum(line => line.Amount), BillItem.Of(kind.Item).Unit!, kind.Because,
            [
                .. from line in lines
                   where line.Resource.Length > 0
                   group line.Usd by line.Resource into resource
                   orderby resource.Sum() descending, resource.Key
                   select resource.Key,
            ]);
}
