using Costs.Advice;
using Variant = ResourceViews.Aws.Sagemaker.EndpointConfigurationProductionVariantProps;

namespace Costs.Tests.Advice;

public class HostingInstanceTests
{
    private const string Same = "Serve api on ml.g5.xlarge instead of ml.g5.2xlarge";
    private const string Other = "Serve api on ml.g6.xlarge instead of ml.g5.2xlarge";

    private static readonly Variant Large = new() { InstanceType = "ml.g5.2xlarge", InitialInstanceCount = 1 };

    [Fact]
    public void The_cheapest_type_with_the_same_accelerators_is_counted()
    {
        var line = Advised.Of(Advised.Endpoint("api", Large, "7")).Line(Same);

        Assert.True(line.IsCounted);
        Assert.Equal((12 - 10) * 730, line.Usd());
        Assert.Equal("ml.g5.xlarge", line.InstanceType);
        Assert.Equal(CertaintyLevel.Exact, line.Certainty.Level);
    }

    [Fact]
    public void Why_is_the_arithmetic_of_memory_and_price() => Assert.Equal(
        "a model of 7 billion parameters (inference) needs 16.8 GB; ml.g5.xlarge (1 × A10G, 4 vCPUs, 16 GiB) has 21.6 GB to use and costs $10.00 an hour; "
        + "ml.g5.2xlarge (1 × A10G, 8 vCPUs, 32 GiB) costs $12.00",
        Advised.Of(Advised.Endpoint("api", Large, "7")).Line(Same).Why);

    [Fact]
    public void A_cheaper_type_with_other_accelerators_depends_on_what_it_answers()
    {
        var line = Advised.Of(Advised.Endpoint("api", Large, "7")).Line(Other);

        Assert.False(line.IsCounted);
        Assert.Equal((12 - 6) * 730, line.Usd());
        Assert.Equal(
            "it answers as much; it pays from 50% of what ml.g5.2xlarge answers", Assert.IsType<AdviceSaving.If>(line.Saving).Condition);
        Assert.Equal(CertaintyLevel.NeedsFigures, line.Certainty.Level);
        Assert.Equal(Same, line.InsteadOf);
    }

    [Fact]
    public void What_a_stated_number_of_instances_saves_is_an_estimate()
    {
        var advice = Advised.Of(
            [.. Advised.Endpoint("api", Large, "7"), Advised.Scaling("api", 1, 4)], """{"api": {"averageInstances": 2} }""");

        Assert.Equal(2 * 2 * 730, advice.Line(Same).Usd());
        Assert.Equal(CertaintyLevel.Estimated, advice.Line(Same).Certainty.Level);
        Assert.Contains(advice.Line(Same).Certainty.RestsOn, text => text.Contains("averageInstances", StringComparison.Ordinal));
    }

    [Fact]
    public void What_a_default_number_of_instances_saves_is_assumed() => Assert.Equal(
        CertaintyLevel.Assumed, Advised.Of([.. Advised.Endpoint("api", Large, "7"), Advised.Scaling("api", 1, 4)]).Line(Same).Certainty.Level);

    [Theory]
    [InlineData("9")]
    [InlineData("80")]
    public void A_model_that_no_cheaper_type_holds_stays_where_it_is(string billions)
    {
        var advice = Advised.Of(Advised.Endpoint("api", Large, billions));

        Assert.DoesNotContain(advice.Lines, line => line.Topic == AdviceTopic.HostingInstance);
        Assert.Contains(advice.Kept, remark => remark.Resources.Contains("api") && remark.Text == "no cheaper type holds its model");
    }

    [Theory]
    [InlineData("1", "ml.c5.xlarge")]
    [InlineData("4", null)]
    public void A_model_on_CPUs_needs_as_many_of_them_and_room_in_memory(string billions, string? expected)
    {
        var advice = Advised.Of(Advised.Endpoint("api", new() { InstanceType = "ml.m5.xlarge", InitialInstanceCount = 1 }, billions));

        var advised = advice.Lines.Where(line => line.Topic == AdviceTopic.HostingInstance).ToList();
        Assert.Equal(expected, advised.SingleOrDefault()?.InstanceType);
        Assert.All(advised, line => Assert.Equal(0.5m * 730, line.Usd()));
    }

    [Fact]
    public void Without_a_declared_size_nothing_is_weighed_and_that_is_said()
    {
        var advice = Advised.Of(Advised.Endpoint("api", Large));

        Assert.DoesNotContain(advice.Lines, line => line.Topic == AdviceTopic.HostingInstance);
        Assert.StartsWith("no size of its model is declared", advice.NotKnown.Remark("api").Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_size_that_only_deployment_knows_is_not_known() => Assert.Contains(
        Advised.Of(Advised.Endpoint("api", Large, Known<string>.Unknown)).NotKnown, remark => remark.Resources.Contains("api"));

    [Fact]
    public void Where_the_present_type_has_no_price_nothing_is_said_to_be_cheaper() => Assert.DoesNotContain(
        Advised.Of(Advised.Endpoint("api", Large with { InstanceType = "ml.g5.4xlarge" }, "7")).Lines,
        line => line.Topic == AdviceTopic.HostingInstance);

    [Theory]
    [InlineData("hostingTypes")]
    [InlineData("mediumModelTypes")]
    public void Types_that_the_policies_of_the_stack_do_not_list_are_not_advised(string list)
    {
        var policy = PropertyMap.Of((list, new[] { "ml.g5.*", "ml.m5.*" }));

        Assert.Equal([Same], Advised.Of(Advised.Endpoint("api", Large, "7"), "{}", policy).Lines
            .Where(line => line.Topic == AdviceTopic.HostingInstance).Select(line => line.What));
    }

    [Fact]
    public void A_size_that_the_policies_of_the_stack_know_counts_over_the_tag()
    {
        var policy = PropertyMap.Of(("modelParametersBillions", PropertyMap.Of(("api", 9))));

        var advice = Advised.Of(Advised.Endpoint("api", Large, "7"), "{}", policy);

        Assert.DoesNotContain(advice.Lines, line => line.Topic == AdviceTopic.HostingInstance);
    }

    [Fact]
    public void A_resource_of_this_project_is_changed_in_the_stack_file()
    {
        var component = Advised.Component("ml:hosting:RealtimeEndpoint", "chat");

        var line = Advised.Of(Advised.Endpoint("api", Large, "7", inside: component)).Line(Same.Replace("api", "chat", StringComparison.Ordinal));

        Assert.StartsWith("set costs:realtimeEndpoints.chat.instanceType to ml.g5.xlarge in Pulumi.test.yaml", line.Change, StringComparison.Ordinal);
        Assert.Equal("chat", line.Resource);
    }

    [Fact]
    public void Any_other_resource_is_changed_by_its_property() => Assert.StartsWith(
        "set productionVariants.instanceType in the configuration of aws:sagemaker/endpoint:Endpoint api to ml.g5.xlarge",
        Advised.Of(Advised.Endpoint("api", Large, "7")).Line(Same).Change,
        StringComparison.Ordinal);

    [Fact]
    public void Models_that_share_instances_are_not_judged_by_the_size_of_one()
    {
        var advice = Advised.Of(Advised.Endpoint("api", Large, "7", mode: "MultiModel"));

        Assert.DoesNotContain(advice.Lines, line => line.Topic == AdviceTopic.HostingInstance);
        Assert.StartsWith("many models share", advice.NotKnown.Remark("api").Text, StringComparison.Ordinal);
    }
}
