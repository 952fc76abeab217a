using Policies.Money;
using Policies.S3;
using Policies.SageMaker;
using Policies.SageMaker.Development;
using Policies.Workloads;
using ResourceViews.Aws.S3;
using ResourceViews.Aws.Sagemaker;

namespace Policies.Tests.Money;

/// <summary>What is wasted has a price in the message, where a price is known; the amounts are those of the list of us-east-1.</summary>
public class ViolationPriceTests
{
    private static readonly EndpointConfigurationProps Large = new()
    {
        ProductionVariants = [new() { InstanceType = "ml.p4d.24xlarge", InitialInstanceCount = 1 }],
    };

    [Fact]
    public void An_endpoint_is_priced_by_the_month()
    {
        var message = On(new NoOversizedInstances(), Large).Violation();

        Assert.Matches(
            @"Each costs \$[\d,]+\.\d\d a month more than ml\.g5\.12xlarge: \$[\d,]+\.\d\d against \$5,175\.70 at 730 h, list prices of us-east-1\.$",
            message);
    }

    [Fact]
    public void A_training_job_is_priced_by_the_hour()
    {
        var job = new TrainingJobProps
        {
            EnableManagedSpotTraining = true,
            ResourceConfig = new() { InstanceType = "ml.p4d.24xlarge", InstanceCount = 1 },
        };

        Assert.Matches(
            @"Each costs \$[\d.]+ an hour more than ml\.g5\.12xlarge: \$[\d.]+ against \$7\.09, list prices of us-east-1\.$",
            On(new NoOversizedInstances(), job).Violation());
    }

    [Fact]
    public void One_large_gpu_is_compared_with_a_smaller_one() => Assert.Contains(
        " an hour more than ml.g5.xlarge: ", InstanceMessage(new NoOversizedInstances(), "ml.p5.4xlarge", Labs.Stack()));

    [Fact]
    public void The_cheapest_of_the_types_that_a_setting_lists_is_compared_with()
    {
        var settings = PropertyMap.Of(("hostingTypes", (string[])["ml.g5.2xlarge", "ml.g5.xlarge", "ml.g4dn.*"]));

        Assert.Contains(
            "a month more than ml.g5.xlarge", On(new NoOversizedInstances(), Large, settings).Violation());
    }

    [Fact]
    public void On_demand_is_compared_with_what_spot_saves()
    {
        var job = TrainingJobs.OnDemand;

        Assert.Matches(
            @"An hour on demand costs about \$[\d.]+ more than on spot: \$[\d.]+ against \$[\d.]+, list prices of us-east-1, if spot saves as much as EC2's does on the same hardware\.$",
            On(new SpotTrainingRequired(), job).Violation());
    }

    [Fact]
    public void A_notebook_that_nothing_stops_is_compared_with_working_hours() => Assert.EndsWith(
        "Left on it costs $781.14 a month more: $1,029.30 at 730 h against $248.16 at 176 h, list prices of us-east-1.",
        Assert.Single(PolicyTest.Check(new IdleShutdown(), [Labs.Lab()], stack: Labs.Stack())).Verdict.Violation());

    [Fact]
    public void Objects_that_stay_are_priced_by_the_terabyte() => Assert.EndsWith(
        "Each 1,000 GB that stay cost $23.00 a month in Standard, list prices of us-east-1.",
        Assert.Single(PolicyTest.Check(
            new BucketLifecycleRequired(), [PolicyTest.Resource(BucketProps.ResourceType)], stack: Labs.Stack())).Verdict.Violation());

    [Fact]
    public void A_retired_type_is_compared_with_its_successor() => Assert.Matches(
        "Each costs .* than ml.g5.2xlarge: ",
        InstanceMessage(new NoPreviousGeneration(), "ml.p3.2xlarge", Labs.Stack()));

    [Theory]
    [InlineData("ml.p99.48xlarge", "us-east-1")]
    [InlineData("ml.p4d.24xlarge", "eu-north-1")]
    public void Without_a_price_there_is_no_figure(string type, string region)
    {
        var stack = Labs.Stack() with { Config = Labs.Stack().Config.SetItem("aws:region", region) };

        Assert.DoesNotContain("$", InstanceMessage(new NoOversizedInstances(), type, stack));
    }

    [Fact]
    public void Without_a_region_there_is_no_figure() =>
        Assert.DoesNotContain("$", InstanceMessage(new NoOversizedInstances(), "ml.p4d.24xlarge", StackInfo.Unspecified));

    [Fact]
    public void The_price_of_a_secret_type_stays_secret()
    {
        var config = PropertyMap.Of(("productionVariants", new object[]
        {
            PropertyMap.Of(("instanceType", PropertyValue.SecretOf("ml.p4d.24xlarge")), ("initialInstanceCount", 1)),
        }));

        Assert.DoesNotContain("$", PolicyTest.Check(
            new NoOversizedInstances(), PolicyTest.Resource(EndpointConfigurationProps.ResourceType, config), stack: Labs.Stack()).Violation());
    }

    [Fact]
    public void The_region_of_the_resource_goes_before_that_of_its_provider_and_that_of_the_stack()
    {
        var resource = PolicyTest.Resource(BucketProps.ResourceType) with
        {
            Provider = new("pulumi:providers:aws", "there", "urn", PropertyMap.Of(("region", "us-west-2"))),
        };
        var own = resource with { Inputs = PropertyMap.Of(("region", "eu-west-1")) };
        var unknown = resource with { Inputs = PropertyMap.Of(("region", PropertyValue.Unknown)) };

        Assert.Equal("eu-west-1", StackRegion.Of(own, Labs.Stack()));
        Assert.Equal("us-west-2", StackRegion.Of(resource, Labs.Stack()));
        Assert.Equal("us-east-1", StackRegion.Of(resource with { Provider = null }, Labs.Stack()));
        Assert.Null(StackRegion.Of(unknown, Labs.Stack()));
    }

    [Fact]
    public void Every_purpose_but_batch_transform_has_a_price_in_the_list() => Assert.All(
        Enum.GetValues<Purpose>().Except([Purpose.Transform]),
        purpose => Assert.NotEqual("", InstanceMoney.For(Labs.Lab(), Labs.Stack()).Beside(purpose, "ml.g5.2xlarge", "ml.g5.xlarge")));

    private static Verdict On<TView>(ResourcePolicy policy, TView resource, PropertyMap settings = default)
        where TView : struct, IResourceView<TView> =>
        PolicyTest.Check(policy, PolicyTest.Resource(TView.ResourceType, resource.ToProperty().Members), settings, Labs.Stack());

    private static string InstanceMessage(ResourcePolicy policy, string type, StackInfo stack)
    {
        var inputs = new TrainingJobProps { ResourceConfig = new() { InstanceType = type, InstanceCount = 1 } }.ToProperty().Members;
        var verdict = PolicyTest.Check(policy, PolicyTest.Resource(TrainingJobProps.ResourceType, inputs), stack: stack);
        return Assert.Single(verdict.Violations.Concat(verdict.Warnings));
    }
}
