using System.Globalization;
using Costs.Catalogue;
using Costs.Estimates;
using Costs.Money;

namespace Costs.Advice;

/// <summary>
/// What a SageMaker Savings Plan would save, on nothing but the instances that serve in every hour of the month once the other
/// advice is taken: a commitment is paid for whether or not it is used. A what-if, for people to buy or not; no stack buys one.
/// </summary>
/// <remarks>https://aws.amazon.com/savingsplans/ml-pricing/: "up to 64%". AWS publishes a rate for each type; the list has examples.</remarks>
internal static class SavingsPlans
{
    private const int HoursPerYear = 8760;
    private const string Hosting = "/prices/hosting/";

    /// <param name="after">The plan with all of the counted advice.</param>
    public static ImmutableArray<AdviceLine> For(Estimate after, Workbench bench)
    {
        var always =
            (from line in after.Lines
             from component in line.Components
             where component.Explanation.Price.Key.Pointer.Contains(Hosting, StringComparison.Ordinal) && component.Monthly.Floor > 0
             select (line.Urn, Name: bench.NameOf(line.Urn), Floor: component.Monthly.Floor)).ToList();
        var floor = always.Sum(one => one.Floor) / BillingMonth.Hours;
        return floor == 0 || bench.Input.Region is not { } region
            ? []
            : [.. Offers(bench.Input.Prices.For(region)).Select(offer => Line(offer, floor, [.. always.Select(one => (one.Urn, one.Name))]))];
    }

    private static AdviceLine Line(Offer offer, decimal floor, ImmutableArray<(string Urn, string Name)> always)
    {
        var commitment = floor * (1 - offer.Discount);
        var years = offer.Years == 1 ? "one year" : $"{offer.Years} years";
        var names = string.Join(", ", always.Select(one => one.Name).Distinct(StringComparer.Ordinal));
        return new()
        {
            Topic = AdviceTopic.Commitment,
            What = Invariant($"Commit to {Usd.Text(commitment)} an hour for {years}, {offer.Payment}"),
            Resource = "stack",
            Urns = [.. always.Select(one => one.Urn).Distinct(StringComparer.Ordinal)],
            Saving = new AdviceSaving.If(
                floor * offer.Discount * BillingMonth.Hours,
                Invariant($"all of it stays in use to the end; it pays from {1 - offer.Discount:0%} of the hours")),
            Why = Invariant(
                $"{Usd.Text(floor)} an hour are always on ({names}), and the plan takes {offer.Discount:0.#%} off; ")
                + Invariant($"{Usd.Text(commitment * HoursPerYear * offer.Years)} are then owed in any case"),
            Certainty = new(
                offer.Source.Confidence == Confidence.Exact ? CertaintyLevel.Estimated : CertaintyLevel.Assumed,
                [Invariant($"{offer.Discount:0.#%}, from {offer.Source.Sources[0].Title} of {offer.Source.Date}; AWS says only: up to {offer.Most:0.#%}")],
                "the rates of these instance types in AWS Cost Management, Savings Plans, Purchase recommendations"),
            Change = "none in the stack: a plan is bought by hand in the payer's account (the policy no-silent-commitment refuses one in code)",
        };
    }

    private static IEnumerable<Offer> Offers(RegionPrices prices)
    {
        var most = prices.Number("/sagemaker/savingsPlans/documentedMaximum/discount") ?? 1;
        for (var number = 0; ; number++)
        {
            var at = $"/sagemaker/savingsPlans/article/{number}";
            if (prices.Number($"{at}/discount") is not { } discount
                || prices.Number($"{at}/termYears") is not { } years
                || prices.Text($"{at}/payment") is not { } payment
                || prices.Find(new($"{at}/discount", "share")).Price is not { } found)
            {
                yield break;
            }

            yield return new(discount, (int)years, Words(payment), found.Provenance, most);
        }
    }

    private static string Words(string payment) => payment switch
    {
        "NoUpfront" => "nothing upfront",
        "PartialUpfront" => "part of it upfront",
        "AllUpfront" => "all of it upfront",
        _ => payment,
    };

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private sealed record Offer(decimal Discount, int Years, string Payment, Provenance Source, decimal Most);
}
