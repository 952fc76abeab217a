using Costs.Money;
using ResourceViews.Aws.Ecr;
using ResourceViews.Aws.Sagemaker;

namespace Costs.Tests.Usage;

public class UsageTests
{
    private static readonly Costs.Plan.PlannedResource Images = Planned.Resource("images", new RepositoryProps());

    [Fact]
    public void All_faults_are_reported_at_once_with_path_found_and_accepted()
    {
        var faults = Given.Read("""
            {
              "images": {"storedGb": -5, "storedGB": 5},
              "lab": {"hoursPerMonth": 800},
              "aws:ecr/repository:Repository": {"hoursPerMonth": 1},
              "aws:nothing/here:Here": {"storedGb": 1},
              "launcher": {"fallbackPercent": {"floor": 0, "expected": 1, "ceiling": 2}},
              "api": {"averageInstances": [1, 2, 3]},
              "job": 7,
              "stack": {"storedGb": 1}
            }
            """).Faults.Select(fact => fact.ToString()).ToList();

        Assert.Equal(9, faults.Count);
        Assert.Equal("usage.images.storedGb is -5; accepted: a number, or floor, expected and ceiling, each from 0 to 1000000000000 (GB).", faults[0]);
        Assert.StartsWith("usage.images.storedGB is no usage of it; accepted: ", faults[1]);
        Assert.Equal("usage.lab.hoursPerMonth is 800; accepted: a number, or floor, expected and ceiling, each from 0 to 730 (hours).", faults[2]);
        Assert.Equal("usage.aws:ecr/repository:Repository.hoursPerMonth is no usage of it; accepted: storedGb.", faults[3]);
        Assert.StartsWith("usage.aws:nothing/here:Here names a type that has no usage", faults[4]);
        Assert.Equal("""usage.launcher.fallbackPercent is {"floor":0,"expected":1,"ceiling":2}; accepted: a number from 0 to 100 (percent).""", faults[5]);
        Assert.StartsWith("usage.api.averageInstances is [1,2,3]; accepted: a number, or floor, expected and ceiling, or a list of 24 numbers", faults[6]);
        Assert.StartsWith("usage.job is 7; accepted: a map of amounts", faults[7]);
        Assert.StartsWith("usage.stack.storedGb is no usage of it; accepted: betweenZonesGbPerMonth, internetOutGbPerMonth, otherRegionsGbPerMonth", faults[8]);
    }

    [Fact]
    public void What_was_before_is_read_beside_the_rest_and_its_faults_too()
    {
        var faults = Given.Read("""
            {
              "lab": {"hoursPerMonth": 10, "without": {"hoursPerMonth": 730, "instanceType": "ml.g5.xlarge", "volumeGb": 5}},
              "job": {"without": {"instanceType": "g5.xlarge", "hours": 3}},
              "data": {"without": 7, "prefixes": {"old/": {"without": {"keepMonths": -1}}}}
            }
            """).Faults.Select(fact => fact.ToString()).ToList();

        Assert.Equal(4, faults.Count);
        Assert.Equal("usage.job.without.instanceType is \"g5.xlarge\"; accepted: an instance type, such as ml.g5.xlarge.", faults[0]);
        Assert.StartsWith("usage.job.without.hours is no usage of it; accepted: ", faults[1], StringComparison.Ordinal);
        Assert.StartsWith("usage.data.without is 7; accepted: a map by key", faults[2], StringComparison.Ordinal);
        Assert.StartsWith("usage.data.prefixes.old/.without.keepMonths is -1; accepted: a number from 0", faults[3], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"floor": 2, "expected": 1, "ceiling": 3}""")]
    [InlineData("""{"floor": 1, "expected": 2}""")]
    [InlineData("\"many\"")]
    [InlineData("true")]
    public void An_amount_that_is_none_is_refused(string amount) =>
        Assert.Single(Given.Read($$"""{"images": {"storedGb": {{amount}} } }""").Faults);

    [Fact]
    public void Floor_expected_and_ceiling_can_be_stated() => Assert.Equal(
        new Cost(1, 2, 3), Given.Line("""{"images": {"storedGb": {"floor": 10, "expected": 20, "ceiling": 30}}}""", Images).Monthly);

    [Theory]
    [InlineData("images")]
    [InlineData("im*s")]
    [InlineData("urn:pulumi:test::*::images")]
    [InlineData("urn:pulumi:test::costs::aws:ecr/repository:Repository::images")]
    [InlineData("aws:ecr/repository:Repository")]
    [InlineData("team")]
    public void A_resource_is_meant_by_name_pattern_urn_type_or_the_component_around_it(string selector)
    {
        var component = Planned.Component("team");

        var estimate = Given.Estimate($$"""{"{{selector}}": {"storedGb": 10} }""", Images.In(component), component);

        Assert.Equal(Cost.Of(1), estimate.Total);
        Assert.Empty(estimate.UnusedUsage);
    }

    [Fact]
    public void The_closest_statement_counts_key_by_key()
    {
        var component = Planned.Component("team");
        var lab = Planned.Resource("lab", new NotebookInstanceProps { InstanceType = "ml.m5.large", VolumeSize = 10 }).In(component);

        decimal Hours(string usage) => Given.Line(usage, lab, component).Component("Notebook instance (ml.m5.large)").Monthly.Expected;

        Assert.Equal(1, Hours("""{"lab": {"hoursPerMonth": 1}, "team": {"hoursPerMonth": 2}, "l*": {"hoursPerMonth": 3}}"""));
        Assert.Equal(2, Hours("""{"team": {"hoursPerMonth": 2}, "l*": {"hoursPerMonth": 3}}"""));
        Assert.Equal(3, Hours("""{"l*": {"hoursPerMonth": 3}, "aws:sagemaker/notebookInstance:NotebookInstance": {"hoursPerMonth": 4}}"""));
        Assert.Equal(4, Hours("""{"aws:sagemaker/notebookInstance:NotebookInstance": {"hoursPerMonth": 4}}"""));
    }

    [Fact]
    public void Every_default_is_named_with_the_resources_that_take_it()
    {
        var lab = new NotebookInstanceProps { InstanceType = "ml.m5.large" };

        var (assumption, resources) = Assert.Single(
            Given.Estimate(Planned.Resource("lab", lab), Planned.Resource("den", lab)).Assumptions);

        Assert.Equal("hoursPerMonth = 0 – 176 – 730 by default: 22 working days of 8 hours; never stopped at the most", assumption.Text);
        Assert.Equal(["lab", "den"], resources.AsEnumerable());
    }

    [Fact]
    public void What_is_stated_is_named_with_its_path() => Assert.Contains(
        Given.Line("""{"images": {"storedGb": 10}}""", Images).Assumptions, assumption => assumption.Text == "usage.images.storedGb = 10 GB");

    [Fact]
    public void Usage_that_nothing_takes_is_named()
    {
        var unused = Given.Estimate(
            """{"gone": {"storedGb": 1}, "images": {"storedGb": 1, "hoursPerMonth": 5, "prefixes": {"a/": {"storedGb": 1}}}}""", Images).UnusedUsage;

        Assert.Equal(
            [
                "usage.gone matches no resource of the plan.",
                "usage.images.hoursPerMonth means nothing to images.",
                "usage.images.prefixes means nothing to images: only buckets have prefixes.",
            ],
            unused.AsEnumerable());
    }

    [Fact]
    public void Usage_not_known_before_deployment_is_refused() => Assert.Contains(
        "not known before deployment",
        Assert.Single(Costs.Usage.StackUsage.Read(PropertyValue.Of(new Dictionary<string, object?>
        {
            ["images"] = new Dictionary<string, object?> { ["storedGb"] = PropertyValue.Unknown },
        })).Faults).Found);

    [Fact]
    public void Traffic_of_the_whole_stack_has_a_line_of_its_own_behind_the_free_allowance()
    {
        var line = Given.Line(
            """{"stack": {"internetOutGbPerMonth": 1200, "otherRegionsGbPerMonth": 100, "betweenZonesGbPerMonth": 100}}""");

        // 100 GB free, 1,000 GB at 0.1, 100 GB at 0.05.
        Assert.Equal(Cost.Of(105), line.Component("Data transfer out to the internet").Monthly);
        Assert.Equal(Cost.Of(2), line.Component("Data transfer to other Regions").Monthly);
        Assert.Equal(Cost.Of(1), line.Component("Data transfer between Availability Zones").Monthly);
    }
}
