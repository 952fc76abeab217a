using System.Runtime.CompilerServices;

namespace Costs.Tests.Estimates;

/// <summary>Whole estimates, reviewed like code. UPDATE_GOLDEN=1 writes them anew.</summary>
public class GoldenEstimateTests
{
    [Fact]
    public void A_small_company_with_stated_usage() => Verify("company", Company.Usage);

    [Fact]
    public void A_small_company_of_which_nobody_knows_anything() => Verify("company-without-usage", "{}");

    private static void Verify(string name, string usage)
    {
        var actual = PlanText.Of(Estimator.Estimate(Company.Plan, Given.Usage(usage), RoundPrices.Book, RoundPrices.Region));

        var file = Path.Combine(Path.GetDirectoryName(Here())!, "..", "Golden", $"{name}.txt");
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1")
        {
            File.WriteAllText(file, actual);
        }

        Assert.Equal(File.ReadAllText(file).ReplaceLineEndings("\n"), actual);
    }

    private static string Here([CallerFilePath] string path = "") => path;
}
