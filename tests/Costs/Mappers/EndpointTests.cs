using Costs.Estimates;
using Costs.Money;
using Costs.Plan;
using ResourceViews.Aws.AppAutoScaling;
using ResourceViews.Aws.Sagemaker;
using Variant = ResourceViews.Aws.Sagemaker.EndpointConfigurationProductionVariantProps;

namespace Costs.Tests.Mappers;

public class EndpointTests
{
    private static readonly Variant OnCpu = new() { VariantName = "main", InstanceType = "ml.m5.large", InitialInstanceCount = 2 };
    private static readonly PlannedResource Endpoint =
        Planned.Resource("api", new EndpointProps { Name = "api-1", EndpointConfigName = "config-1" });

    [Fact]
    public void Instances_cost_every_hour_of_the_month()
    {
        var line = Given.Line(Endpoint, Configuration(OnCpu));

        Assert.Equal(Cost.Of(1460), line.Component("Hosting instances (ml.m5.large)").Monthly);
    }

    [Fact]
    public void A_volume_is_billed_for_each_instance()
    {
        var line = Given.Line(Endpoint, Configuration(OnCpu with { VolumeSizeInGb = 50 }));

        Assert.Equal(Cost.Of(10), line.Component("Endpoint volumes (ml.m5.large)").Monthly);
        Assert.Equal(Cost.Of(10), line.In(CostCategory.Storage));
    }

    [Fact]
    public void Instances_with_disks_of_their_own_have_no_volume()
    {
        var line = Given.Line(Endpoint, Configuration(OnCpu with { InstanceType = "ml.g5.xlarge" }));

        Assert.Equal(["Hosting instances (ml.g5.xlarge)"], line.Components.Select(component => component.Name));
    }

    [Fact]
    public void Scaling_bounds_are_floor_and_ceiling_and_the_start_is_what_is_expected()
    {
        var line = Given.Line(Endpoint, Configuration(OnCpu), Target(1, 4));

        Assert.Equal(new Cost(730, 1460, 2920), line.Component("Hosting instances (ml.m5.large)").Monthly);
        Assert.Contains(line.Assumptions, assumption => assumption.Text.StartsWith("averageInstances = 2 by default"));
    }

    [Fact]
    public void A_days_profile_says_what_is_expected()
    {
        var line = Given.Line(
            """{"api": {"averageInstances": [1,1,1,1,1,1,1,1,1,1,1,1,2,2,2,2,2,2,2,2,2,2,2,2]}}""",
            Endpoint, Configuration(OnCpu), Target(1, 4));

        Assert.Equal(new Cost(730, 1095, 2920), line.Component("Hosting instances (ml.m5.large)").Monthly);
    }

    [Fact]
    public void What_is_expected_stays_between_the_bounds()
    {
        var line = Given.Line("""{"api": {"averageInstances": 9}}""", Endpoint, Configuration(OnCpu), Target(1, 4));

        Assert.Equal(new Cost(730, 2920, 2920), line.Component("Hosting instances (ml.m5.large)").Monthly);
    }

    [Fact]
    public void A_target_is_found_by_where_its_id_came_from_even_while_the_id_is_unknown()
    {
        var target = Planned.Resource("scaling", Scaling(1, 4) with { ResourceId = Known<string>.Unknown }).From("resourceId", Endpoint);

        var line = Given.Line(Endpoint, Configuration(OnCpu), target);

        Assert.Equal(2920, line.Component("Hosting instances (ml.m5.large)").Monthly.Ceiling);
    }

    [Fact]
    public void A_target_for_a_variant_that_does_not_exist_scales_nothing()
    {
        var target = Planned.Resource("scaling", Scaling(1, 4) with { ResourceId = "endpoint/api-1/variant/other" });

        var line = Given.Line(Endpoint, Configuration(OnCpu), target);

        Assert.Equal(Cost.Of(1460), line.Component("Hosting instances (ml.m5.large)").Monthly);
    }

    [Fact]
    public void A_variant_whose_name_is_not_known_is_the_one_that_is_scaled()
    {
        var line = Given.Line(Endpoint, Configuration(OnCpu with { VariantName = Known<string>.Unknown }), Target(1, 4));

        Assert.Equal(2920, line.Component("Hosting instances (ml.m5.large)").Monthly.Ceiling);
    }

    [Fact]
    public void A_scheduled_action_widens_the_bounds()
    {
        var action = Planned.Resource("night", new ScheduledActionProps
        {
            ResourceId = "endpoint/api-1/variant/main",
            ScalableDimension = "sagemaker:variant:DesiredInstanceCount",
            ServiceNamespace = "sagemaker",
            ScalableTargetAction = new() { MinCapacity = 0 },
        });

        var line = Given.Line(Endpoint, Configuration(OnCpu), Target(1, 4), action);

        Assert.Equal(new Cost(0, 1460, 2920), line.Component("Hosting instances (ml.m5.large)").Monthly);
    }

    [Fact]
    public void An_unknown_bound_leaves_a_gap_that_names_it()
    {
        var target = Planned.Resource("scaling", Scaling(1, 4) with { MaxCapacity = Known<int?>.Unknown });

        var gap = Given.Line(Endpoint, Configuration(OnCpu), target).Gaps[0];

        Assert.Equal(GapKind.NotKnownYet, gap.Kind);
        Assert.Contains("maxCapacity", gap.Reason);
    }

    [Fact]
    public void Managed_instance_scaling_has_bounds_too()
    {
        var line = Given.Line(Endpoint, Configuration(OnCpu with
        {
            ManagedInstanceScaling = new() { Status = "ENABLED", MinInstanceCount = 0, MaxInstanceCount = 3 },
        }));

        Assert.Equal(new Cost(0, 1460, 2190), line.Component("Hosting instances (ml.m5.large)").Monthly);
    }

    [Fact]
    public void A_shadow_variant_is_billed_like_any_other()
    {
        var configuration = Planned.Resource("config", new EndpointConfigurationProps
        {
            Name = "config-1",
            ProductionVariants = [OnCpu],
            ShadowProductionVariants = [new() { VariantName = "shadow", InstanceType = "ml.g5.xlarge", InitialInstanceCount = 1 }],
        });

        var line = Given.Line(Endpoint, configuration);

        Assert.Equal(Cost.Of(7300), line.Component("Hosting instances (ml.g5.xlarge)").Monthly);
    }

    [Fact]
    public void An_endpoint_without_stated_traffic_has_its_data_as_a_gap()
    {
        var line = Given.Line(Endpoint, Configuration(OnCpu));

        Assert.Equal(LineStatus.PartlyPriced, line.Status);
        Assert.Equal(["Data processed in", "Data processed out"], line.Gaps.Select(gap => gap.Name));
        Assert.Equal("dataInGbPerMonth", Assert.Single(line.Gaps[0].UsageKeys));
    }

    [Fact]
    public void An_instance_type_not_known_yet_is_a_gap()
    {
        var line = Given.Line(Endpoint, Configuration(OnCpu with { InstanceType = Known<string>.Unknown }));

        Assert.Contains(line.Gaps, gap => gap is { Kind: GapKind.NotKnownYet, Name: "Hosting instances" });
        Assert.DoesNotContain(line.Components, component => component.Name.StartsWith("Hosting"));
    }

    [Fact]
    public void An_instance_type_without_a_price_is_a_gap_and_never_free()
    {
        var line = Given.Line(Endpoint, Configuration(OnCpu with { InstanceType = "ml.p5e.48xlarge" }));

        Assert.Contains(line.Gaps, gap => gap.Kind == GapKind.NoPrice && gap.Reason.Contains("ml.p5e.48xlarge"));
    }

    [Fact]
    public void A_configuration_outside_of_the_plan_is_a_gap()
    {
        var line = Given.Line(Endpoint);

        Assert.Contains("config-1", Assert.Single(line.Gaps).Reason);
    }

    [Fact]
    public void Configuration_and_target_are_free_by_themselves()
    {
        var estimate = Given.Estimate(Endpoint, Configuration(OnCpu), Target(1, 4));

        Assert.All(estimate.Lines.Skip(1), line => Assert.Equal(LineStatus.Free, line.Status));
    }

    [Fact]
    public void Serverless_costs_the_seconds_it_answers_and_at_most_all_its_concurrency_all_month()
    {
        var line = Given.Line("""{"api": {"requestsPerMonth": 1000, "secondsPerRequest": 2}}""", Endpoint, Configuration(Serverless()));

        Assert.Equal(new Cost(4, 4, 2 * 730 * 3600 * 0.002m), line.Component("Serverless inference (2048 MB)").Monthly);
    }

    [Fact]
    public void Serverless_without_stated_requests_is_a_gap()
    {
        var line = Given.Line(Endpoint, Configuration(Serverless()));

        Assert.Equal(LineStatus.NeedsUsage, line.Status);
        Assert.Equal(Cost.Zero, line.Monthly);
    }

    [Fact]
    public void Provisioned_concurrency_is_billed_around_the_clock()
    {
        var line = Given.Line(
            """{"api": {"requestsPerMonth": 1000, "secondsPerRequest": 2}}""", Endpoint, Configuration(Serverless(provisioned: 1)));

        Assert.Equal(Cost.Of(730 * 3600 * 0.0005m), line.Component("Provisioned concurrency (2048 MB)").Monthly);
        Assert.Equal(2, line.Component("Serverless inference (2048 MB)").Monthly.Expected);
    }

    [Fact]
    public void Endpoints_of_aws_native_cost_the_same()
    {
        var endpoint = Planned.Resource("api", new ResourceViews.AwsNative.SageMaker.EndpointProps { EndpointConfigName = "config-1" });
        var configuration = Planned.Resource("config", new ResourceViews.AwsNative.SageMaker.EndpointConfigProps
        {
            EndpointConfigName = "config-1",
            ProductionVariants = [new() { VariantName = "main", InstanceType = "ml.m5.large", InitialInstanceCount = 2, VolumeSizeInGb = 50 }],
        });

        var line = Given.Line(endpoint, configuration);

        Assert.Equal(Cost.Of(1470), line.Monthly);
    }

    private static PlannedResource Configuration(Variant variant) =>
        Planned.Resource("config", new EndpointConfigurationProps { Name = "config-1", ProductionVariants = [variant] });

    private static Variant Serverless(int? provisioned = null) => new()
    {
        VariantName = "main",
        ServerlessConfig = new() { MemorySizeInMb = 2048, MaxConcurrency = 2, ProvisionedConcurrency = provisioned },
    };

    private static PlannedResource Target(int min, int max) => Planned.Resource("scaling", Scaling(min, max));

    private static TargetProps Scaling(int min, int max) => new()
    {
        MinCapacity = min,
        MaxCapacity = max,
        ResourceId = "endpoint/api-1/variant/main",
        ScalableDimension = "sagemaker:variant:DesiredInstanceCount",
        ServiceNamespace = "sagemaker",
    };
}
