using Costs.Comparison;
using Costs.Estimates;
using Costs.Money;
using Preview.Baselines;
using Preview.Reports;

namespace Preview.Tests.Reports;

public class DiffLinesTests
{
    private static readonly ResourceCost Api = Resource("api", new Cost(10, 20, 40));

    [Fact]
    public void Old_and_new_stand_beside_each_other_with_floor_and_ceiling() => Assert.Equal(
        [
            "~ api    $20.00 → $25.00  +$5.00 (+25.0%)  aws:s3:Bucket",
            "         floor $10.00 → $10.00 ($0.00), ceiling $40.00 → $60.00 (+$20.00)",
            "  total  $20.00 → $25.00  +$5.00 (+25.0%)",
            "         floor $10.00 → $10.00 ($0.00), ceiling $40.00 → $60.00 (+$20.00)",
        ],
        Lines([Api], [Resource("api", new Cost(10, 25, 60))]));

    [Fact]
    public void What_is_new_has_no_percentage_and_neither_has_the_total_of_nothing() => Assert.Equal(
        [
            "+ data   new → $3.00  +$3.00  aws:s3:Bucket",
            "  total  $0.00 → $3.00  +$3.00",
        ],
        Lines([], [Resource("data", Cost.Of(3))]));

    [Fact]
    public void What_is_gone_is_saved() =>
        Assert.Equal("- data   $3.00 → gone  -$3.00 (-100.0%)  aws:s3:Bucket", Lines([Resource("data", Cost.Of(3))], [])[0]);

    [Fact]
    public void What_had_no_price_had_none_instead_of_nothing() => Assert.Equal(
        "~ data   not priced → $3.00  +$3.00  aws:s3:Bucket",
        Lines([Resource("data", Cost.Zero) with { Status = LineStatus.NeedsUsage }], [Resource("data", Cost.Of(3))])[0]);

    [Fact]
    public void Without_a_base_the_reason_is_told() => Assert.Equal(
        ["There is no base to compare with: main has no Pulumi.dev.yaml. All of the cost is new."],
        DiffLines.Of(Baseline.None("main", "main has no Pulumi.dev.yaml."), diff: null));

    [Fact]
    public void A_long_list_is_cut_short()
    {
        var many = Enumerable.Range(1, 45).Select(number => Resource($"data{number:00}", Cost.Of(number))).ToArray();

        var lines = Lines([], many);

        Assert.Equal("+ data45  new → $45.00  +$45.00  aws:s3:Bucket", lines[0]);
        Assert.Equal("and 5 more changes (--json lists all)", lines[40]);
    }

    private static string[] Lines(ResourceCost[] before, ResourceCost[] after)
    {
        var sheet = new CostSheet([.. before]);
        return [.. DiffLines.Of(Baseline.Of("main", sheet), CostDiff.Between(sheet, new CostSheet([.. after])))];
    }

    private static ResourceCost Resource(string name, Cost monthly) => new(
        $"urn:pulumi:dev::sample::aws:s3/bucket:Bucket::{name}",
        name,
        LineStatus.Priced,
        ImmutableSortedDictionary<CostCategory, Cost>.Empty.Add(CostCategory.Storage, monthly));
}
