namespace Costs.Tests.Estimates;

/// <summary>Whole estimates, reviewed like code. UPDATE_GOLDEN=1 writes them anew.</summary>
public class GoldenEstimateTests
{
    [Fact]
    public void A_small_company_with_stated_usage() => Verify("company.txt", Company.Usage);

    [Fact]
    public void A_small_company_of_which_nobody_knows_anything() => Verify("company-without-usage.txt", "{}");

    private static void Verify(string file, string usage) => Repository.Verify(
        PlanText.Of(Estimator.Estimate(Company.Plan, Given.Usage(usage), RoundPrices.Book, RoundPrices.Region)),
        "tests", "Costs", "Golden", file);
}
