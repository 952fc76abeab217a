using Costs.Estimates;
using Costs.Money;
using ResourceViews.Aws.Budgets;
using ResourceViews.Aws.CloudWatch;
using ResourceViews.Aws.Ebs;
using ResourceViews.Aws.Ec2;
using ResourceViews.Aws.Ecr;
using ResourceViews.Aws.Efs;
using ResourceViews.Aws.Kms;
using ResourceViews.Aws.Lambda;
using ResourceViews.Aws.SavingsPlans;
using ResourceViews.Aws.Scheduler;
using ResourceViews.Aws.Sns;
using ResourceViews.AwsNative.SageMaker;

namespace Costs.Tests.Mappers;

/// <summary>One case for each of the small mappers, and one for what makes each of them special.</summary>
public class ServiceTests
{
    [Fact]
    public void A_notebook_costs_its_hours_and_a_volume_that_is_billed_while_it_is_stopped()
    {
        var notebook = Planned.Resource("lab", new ResourceViews.Aws.Sagemaker.NotebookInstanceProps { InstanceType = "ml.m5.large", VolumeSize = 50 });

        var line = Given.Line(notebook);

        Assert.Equal(new Cost(0, 176, 730), line.Component("Notebook instance (ml.m5.large)").Monthly);
        Assert.Equal(Cost.Of(5), line.Component("Notebook volume").Monthly);
    }

    [Fact]
    public void A_notebook_of_aws_native_has_its_volume_by_another_name()
    {
        var notebook = Planned.Resource(
            "lab", new ResourceViews.AwsNative.SageMaker.NotebookInstanceProps { InstanceType = "ml.m5.large", VolumeSizeInGb = 50 });

        Assert.Equal(Cost.Of(5), Given.Line(notebook).Component("Notebook volume").Monthly);
    }

    [Fact]
    public void A_studio_app_costs_its_instance_and_the_system_instance_is_free()
    {
        var app = new ResourceViews.Aws.Sagemaker.AppProps { AppType = "JupyterLab", ResourceSpec = new() { InstanceType = "ml.m5.large" } };

        Assert.Equal(176, Given.Line(Planned.Resource("app", app)).Monthly.Expected);
        Assert.Equal(LineStatus.Free, Given.Line(Planned.Resource("app", app with { ResourceSpec = new() { InstanceType = "system" } })).Status);
    }

    [Fact]
    public void A_studio_space_costs_its_volume() => Assert.Equal(Cost.Of(2), Given.Line(Planned.Resource(
        "space", new ResourceViews.Aws.Sagemaker.SpaceProps
        {
            SpaceSettings = new() { SpaceStorageSettings = new() { EbsStorageSettings = new() { EbsVolumeSizeInGb = 20 } } },
        })).Monthly);

    [Fact]
    public void A_studio_domain_keeps_home_directories() =>
        Assert.Equal(Cost.Of(30), Given.Line("""{"studio": {"storedGb": 100}}""", Planned.Resource("studio", new ResourceViews.Aws.Sagemaker.DomainProps())).Monthly);

    [Fact]
    public void A_cluster_costs_every_instance_of_every_group() => Assert.Equal(Cost.Of(2190), Given.Line(Planned.Resource(
        "cluster", new ClusterProps { InstanceGroups = [new() { InstanceType = "ml.m5.large", InstanceCount = 3 }] })).Monthly);

    [Fact]
    public void A_monitoring_schedule_runs_a_processing_job_each_time()
    {
        var schedule = Planned.Resource("monitor", new ResourceViews.Aws.Sagemaker.MonitoringScheduleProps
        {
            MonitoringScheduleConfig = new()
            {
                ScheduleConfig = new() { ScheduleExpression = "cron(0 0 ? * * *)" },
                MonitoringJobDefinition = new()
                {
                    MonitoringResources = new() { ClusterConfig = new() { InstanceType = "ml.m5.large", InstanceCount = 1 } },
                    StoppingConditions = [new() { MaxRuntimeInSeconds = 3600 }],
                },
            },
        });

        Assert.Equal(730m / 24, Given.Line(schedule).Component("Processing (ml.m5.large)").Monthly.Expected, 9);
    }

    [Fact]
    public void A_key_costs_a_dollar_and_requests_beyond_the_free_ones()
    {
        var key = Planned.Resource("key", new KeyProps());

        Assert.Equal(Cost.Of(1), Given.Line(key).Monthly);
        Assert.Equal(Cost.Of(0.1m), Given.Line("""{"key": {"requestsPerMonth": 30000}}""", key).Component("Requests").Monthly);
    }

    [Fact]
    public void Logs_cost_what_is_written_and_what_lies_there_until_the_retention_is_over()
    {
        var line = Given.Line("""{"log": {"ingestGbPerMonth": 20}}""", Planned.Resource("log", new LogGroupProps { RetentionInDays = 60 }));

        Assert.Equal(Cost.Of(10), line.Component("Logs ingested").Monthly);
        Assert.Equal(Cost.Of(4), line.Component("Logs stored").Monthly);
    }

    [Fact]
    public void Logs_without_retention_only_grow_so_their_amount_has_to_be_stated()
    {
        var line = Given.Line("""{"log": {"ingestGbPerMonth": 20}}""", Planned.Resource("log", new LogGroupProps()));

        Assert.Equal("storedGb", Assert.Single(Assert.Single(line.Gaps).UsageKeys));
    }

    [Fact]
    public void An_alarm_is_billed_by_its_metrics_and_more_where_it_looks_more_often()
    {
        var alarm = new MetricAlarmProps { Period = 300 };

        Assert.Equal(Cost.Of(0.1m), Given.Line(Planned.Resource("alarm", alarm)).Monthly);
        Assert.Equal(Cost.Of(0.3m), Given.Line(Planned.Resource("alarm", alarm with { Period = 10 })).Monthly);
        Assert.Equal(Cost.Of(0.2m), Given.Line(Planned.Resource("alarm", new MetricAlarmProps
        {
            MetricQueries = [new() { Metric = new() { Period = 60 } }, new() { Metric = new() { Period = 60 } }, new() { Expression = "m1/m2" }],
        })).Monthly);
    }

    [Fact]
    public void A_composite_alarm_and_a_dashboard_have_a_fixed_price()
    {
        Assert.Equal(Cost.Of(0.5m), Given.Line(Planned.Resource("any", new CompositeAlarmProps())).Monthly);
        Assert.Equal(Cost.Of(3), Given.Line(Planned.Resource("board", new DashboardProps())).Monthly);
    }

    [Fact]
    public void A_topic_costs_notices_beyond_the_free_ones() => Assert.Equal(
        Cost.Of(4), Given.Line("""{"topic": {"emailsPerMonth": 201000}}""", Planned.Resource("topic", new TopicProps())).Component("Emails").Monthly);

    [Fact]
    public void A_schedule_is_free_as_long_as_the_account_has_free_invocations() => Assert.Equal(
        Cost.Zero, Given.Line(Planned.Resource("weekly", new ScheduleProps { ScheduleExpression = "cron(0 6 ? * MON *)" })).Monthly);

    [Fact]
    public void A_budget_with_actions_costs_its_days_or_nothing() => Assert.Equal(
        new Cost(0, 3.65m, 3.65m), Given.Line(Planned.Resource("brake", new BudgetActionProps())).Monthly);

    [Fact]
    public void A_savings_plan_is_named_and_not_added()
    {
        var line = Given.Line(Planned.Resource("plan", new SavingsPlanProps { Commitment = "2.5" }));

        Assert.Equal(LineStatus.Unpriced, line.Status);
        Assert.Contains("$1,825.00", line.Gaps[0].Reason);
    }

    [Fact]
    public void A_nat_gateway_costs_its_hours_and_what_passes()
    {
        var line = Given.Line("""{"nat": {"processedGbPerMonth": 1000}}""", Planned.Resource("nat", new ResourceViews.Aws.Ec2.NatGatewayProps()));

        Assert.Equal(Cost.Of(173), line.Monthly);
        Assert.Equal(line.Monthly, line.In(CostCategory.DataTransfer));
    }

    [Fact]
    public void An_interface_endpoint_is_billed_in_each_zone_even_while_their_ids_are_unknown()
    {
        var endpoint = Planned.Resource("ecr", new ResourceViews.Aws.Ec2.VpcEndpointProps
        {
            VpcEndpointType = "Interface",
            SubnetIds = [Known<string>.Unknown, Known<string>.Unknown, Known<string>.Unknown],
        });

        Assert.Equal(Cost.Of(21.9m), Given.Line(endpoint).Component("Interface endpoint").Monthly);
    }

    [Fact]
    public void A_gateway_endpoint_is_free() => Assert.Equal(
        LineStatus.Free, Given.Line(Planned.Resource("s3", new ResourceViews.Aws.Ec2.VpcEndpointProps { VpcEndpointType = "Gateway" })).Status);

    [Fact]
    public void A_public_address_is_billed_by_the_hour() => Assert.Equal(Cost.Of(7.3m), Given.Line(Planned.Resource("ip", new EipProps())).Monthly);

    [Fact]
    public void An_ec2_instance_costs_its_hours_and_volumes()
    {
        var line = Given.Line(Planned.Resource("box", new InstanceProps
        {
            InstanceType = "m5.large",
            RootBlockDevice = new() { VolumeType = "gp3", VolumeSize = 100 },
        }));

        Assert.Equal(Cost.Of(365), line.Component("EC2 instance (m5.large)").Monthly);
        Assert.Equal(Cost.Of(10), line.Component("EBS volume (gp3)").Monthly);
    }

    [Fact]
    public void A_volume_is_billed_by_type_and_a_type_without_price_is_a_gap()
    {
        Assert.Equal(Cost.Of(20), Given.Line(Planned.Resource("disk", new VolumeProps { Size = 100 })).Monthly);
        Assert.Equal(LineStatus.Unpriced, Given.Line(Planned.Resource("disk", new VolumeProps { Size = 100, Type = "io2" })).Status);
    }

    [Fact]
    public void Files_and_images_cost_what_they_take()
    {
        Assert.Equal(
            Cost.Of(16.5m),
            Given.Line("""{"files": {"storedGb": 100, "infrequentPercent": 50}}""", Planned.Resource("files", new FileSystemProps())).Monthly);
        Assert.Equal(Cost.Of(2), Given.Line("""{"images": {"storedGb": 20}}""", Planned.Resource("images", new RepositoryProps())).Monthly);
    }

    [Fact]
    public void A_function_costs_calls_and_the_memory_they_hold()
    {
        var line = Given.Line(
            """{"handler": {"requestsPerMonth": 1000000, "secondsPerRequest": 0.5}}""",
            Planned.Resource("handler", new FunctionProps { MemorySize = 1024 }));

        Assert.Equal(Cost.Of(1), line.Component("Requests").Monthly);
        Assert.Equal(Cost.Of(50), line.Component("Duration").Monthly);
    }
}
