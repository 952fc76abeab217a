using Preview.Engine;
using Preview.Policies;
using Preview.Tests.Builders;
using Preview.Verdicts;

namespace Preview.Tests.Verdicts;

/// <summary>What a preview comes to.</summary>
public class JudgeTests
{
    [Fact]
    public void A_mandatory_violation_blocks_and_says_what_the_resource_costs()
    {
        var notebook = Plans.Notebook("lab");

        var verdict = Plans.Verdict([notebook], [Plans.Finding(notebook), Plans.Finding(notebook, FindingKind.Advisory)]);

        Assert.Equal(Outcome.Blocked, verdict.Outcome);
        var blocking = Assert.Single(verdict.Blocking);
        Assert.Equal(("instanceType is ml.t3.medium", "ml.t3.small", "Set it."), (blocking.Found, blocking.Allowed, blocking.Fix));
        Assert.Equal(verdict.Run.Estimate!.Total, blocking.Monthly);
        Assert.Single(verdict.Warnings);
    }

    [Fact]
    public void What_an_endpoint_costs_is_said_of_its_configuration()
    {
        var configuration = Plans.Resource(
            "aws:sagemaker/endpointConfiguration:EndpointConfiguration", "config", ("productionVariants", new[]
            {
                new Dictionary<string, object?> { ["instanceType"] = "ml.m5.large", ["initialInstanceCount"] = 1, ["modelName"] = "m" },
            }));
        var endpoint = Plans.Resource("aws:sagemaker/endpoint:Endpoint", "endpoint", ("endpointConfigName", "config")) with
        {
            PropertyDependencies = ImmutableSortedDictionary<string, ImmutableArray<string>>.Empty.Add("endpointConfigName", [configuration.Urn]),
        };

        var verdict = Plans.Verdict([configuration, endpoint], [Plans.Finding(configuration)]);

        Assert.True(verdict.Run.Estimate!.Total.Expected > 0);
        Assert.Equal(verdict.Run.Estimate.Total, verdict.Blocking.Single().Monthly);
    }

    [Fact]
    public void Without_a_base_everything_is_created()
    {
        var verdict = Plans.Verdict([Plans.Notebook("lab")]);

        Assert.Equal(Operation.Create, verdict.Changes.Single().Operation);
        Assert.False(verdict.NothingChanges);
    }

    [Fact]
    public void With_a_base_what_is_the_same_is_no_change_and_the_largest_difference_comes_first()
    {
        ImmutableArray<RegisteredResource> before = [Plans.Notebook("same"), Plans.Notebook("gone", "ml.t3.large"), Plans.Notebook("changed")];

        var verdict = Plans.Verdict([Plans.Notebook("same"), Plans.Notebook("changed", "ml.t3.xlarge"), Plans.Notebook("new")], before: before);

        Assert.Equal(
            [("changed", Operation.Update), ("gone", Operation.Delete), ("new", Operation.Create)],
            verdict.Changes.Select(change => (change.Name, change.Operation)));
    }

    [Fact]
    public void A_change_that_costs_nothing_is_a_change()
    {
        var bucket = Plans.Resource("aws:s3/bucketVersioning:BucketVersioning", "data", ("bucket", "data"));

        var verdict = Plans.Verdict([bucket with { Inputs = PropertyMap.Of(("bucket", "other")) }], before: [bucket]);

        Assert.Equal(Operation.Update, verdict.Changes.Single().Operation);
        Assert.Empty(verdict.Run.Diff!.Changes);
    }

    [Fact]
    public void Nothing_changes_where_the_base_is_the_same()
    {
        var verdict = Plans.Verdict([Plans.Notebook("lab")], before: [Plans.Notebook("lab")]);

        Assert.True(verdict.NothingChanges);
        Assert.Empty(verdict.Changes);
    }

    [Theory]
    [InlineData("1000", true)]
    [InlineData("0.01", false)]
    public void A_change_is_quiet_below_a_limit_that_it_stays_under_even_at_the_most(string usd, bool isQuiet)
    {
        var verdict = Plans.Verdict([Plans.Notebook("lab", "ml.t3.large")], before: [Plans.Notebook("lab")]);

        Assert.Equal(isQuiet, verdict.IsQuiet(decimal.Parse(usd, System.Globalization.CultureInfo.InvariantCulture)));
    }

    [Fact]
    public void What_blocks_is_never_quiet()
    {
        var notebook = Plans.Notebook("lab");

        Assert.False(Plans.Verdict([notebook], [Plans.Finding(notebook)], before: [notebook]).IsQuiet(1000));
    }

    [Fact]
    public void The_share_is_of_the_largest_monthly_budget_in_dollars()
    {
        var verdict = Plans.Verdict(
            [Plans.Notebook("lab"), Budget("part", "5"), Budget("all", "100"), Budget("euros", "200", unit: "EUR"), Budget("year", "300", "ANNUALLY")]);

        Assert.Equal(("all", 100m), (verdict.Budget!.Name, verdict.Budget.Limit));
        Assert.Equal(verdict.Run.Estimate!.Total.Expected / 100, verdict.Budget.Share);
    }

    [Fact]
    public void A_secret_setting_is_in_no_message()
    {
        var run = Plans.Run([Plans.Notebook("lab")], []);
        var config = run.Settings.Config;
        run = run with
        {
            Settings = run.Settings with
            {
                Config = config with { Values = config.Values.Add("orders:token", "hunter2hunter"), SecretKeys = config.SecretKeys.Add("orders:token") },
            },
            Diagnostics = [new(DiagnosticSeverity.Error, "cannot log in with hunter2hunter")],
        };

        Assert.Equal("cannot log in with [secret]", Judge.Of(run).Failures.Single().Message);
    }

    private static RegisteredResource Budget(string name, string limit, string time = "MONTHLY", string unit = "USD") => Plans.Resource(
        "aws:budgets/budget:Budget", name, ("budgetType", "COST"), ("timeUnit", time), ("limitAmount", limit), ("limitUnit", unit));
}
