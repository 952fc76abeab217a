using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Infra.Tests.Builders;
using Pulumi;

namespace Infra.Tests;

/// <summary>Promises that hold for every resource of every stack of this repository.</summary>
public class PlatformTests
{
    private const string TuningJob = "aws:sagemaker/hyperParameterTuningJob:HyperParameterTuningJob ";

    public static TheoryData<string> Stacks => ["dev", "prod"];

    [Fact]
    public async Task Dev_is_a_bucket_a_launcher_a_serverless_endpoint_and_a_budget()
    {
        var stack = await DeployedStack.OfFile("dev");

        Assert.Equal(
            ["ml:governance:CostBudget", "ml:hosting:ServerlessEndpoint", "ml:storage:ArtifactBucket", "ml:training:SpotTraining"],
            stack.Registered.Select(resource => resource.Type).Where(type => type.StartsWith("ml:", StringComparison.Ordinal)).Order());
    }

    [Fact]
    public async Task Prod_is_a_company_that_trains_in_four_ways_and_serves_in_three()
    {
        var stack = await DeployedStack.OfFile("prod");

        Assert.Equal(4, stack.All("ml:training:SpotTraining").Count);
        Assert.Single(stack.All("ml:training:TrainingGuard"));
        Assert.Single(stack.All("ml:training:HyperParameterTuning"));
        Assert.Single(stack.All("ml:training:TrainingPipeline"));
        Assert.Equal(3, stack.All("ml:hosting:RealtimeEndpoint").Count);
        Assert.Equal(2, stack.All("ml:hosting:MultiModelEndpoint").Count);
        Assert.Equal(8, stack.All("ml:hosting:ServerlessEndpoint").Count);
        Assert.Single(stack.All("ml:governance:CostBudget"));
    }

    [Theory]
    [MemberData(nameof(Stacks))]
    public async Task Whatever_can_carry_tags_says_whose_it_is_and_what_it_is_for(string name)
    {
        var stack = await DeployedStack.OfFile(name);

        Assert.All(
            stack.Registered.Where(resource => Taggable(resource.Type, stack.Resources)),
            resource =>
            {
                Assert.Equal("ml-platform", resource.Tags["team"]);
                Assert.Equal(name, resource.Tags["environment"]);
                Assert.Contains(resource.Tags["cost-category"], new[] { "training", "inference", "storage", "governance" });
                Assert.Contains(resource.Tags["component"], ComponentNames(stack));
            });
    }

    [Theory]
    [MemberData(nameof(Stacks))]
    public async Task No_policy_allows_an_action_by_wildcard(string name)
    {
        var statements = await Statements(name);

        Assert.NotEmpty(statements);
        Assert.All(
            statements.Where(statement => (string?)statement["Effect"] == "Allow"),
            statement => Assert.All(Texts(statement["Action"]), action => Assert.DoesNotContain("*", action, StringComparison.Ordinal)));
    }

    [Theory]
    [MemberData(nameof(Stacks))]
    public async Task Only_actions_that_know_no_resource_are_allowed_on_all_of_them(string name)
    {
        string[] withoutResource =
        [
            "cloudwatch:GetMetricData", "cloudwatch:PutMetricData", "ecr:GetAuthorizationToken",
            "logs:CreateLogDelivery", "logs:DeleteLogDelivery", "logs:DescribeLogGroups", "logs:DescribeResourcePolicies",
            "logs:GetLogDelivery", "logs:ListLogDeliveries", "logs:PutResourcePolicy", "logs:UpdateLogDelivery",
        ];

        var everywhere = (await Statements(name))
            .Where(statement => Texts(statement["Resource"]).Contains("*"))
            .SelectMany(statement => Texts(statement["Action"]));

        Assert.Empty(everywhere.Except(withoutResource));
    }

    [Theory]
    [MemberData(nameof(Stacks))]
    public async Task A_role_is_passed_to_SageMaker_and_nobody_else(string name)
    {
        var passing = (await Statements(name)).Where(statement => Texts(statement["Action"]).Contains("iam:PassRole")).ToArray();

        Assert.NotEmpty(passing);
        Assert.All(passing, statement =>
        {
            Assert.Equal("sagemaker.amazonaws.com", (string?)statement["Condition"]!["StringEquals"]!["iam:PassedToService"]);
            Assert.All(Texts(statement["Resource"]), role => Assert.DoesNotContain("*", role, StringComparison.Ordinal));
        });
    }

    [Theory]
    [MemberData(nameof(Stacks))]
    public async Task Every_role_can_be_assumed_for_this_account_only(string name)
    {
        var stack = await DeployedStack.OfFile(name);

        Assert.All(stack.All("aws:iam/role:Role"), role => Assert.Equal(
            "123456789012",
            (string?)JsonNode.Parse((string)role["assumeRolePolicy"]!)!["Statement"]![0]!["Condition"]!["StringEquals"]!["aws:SourceAccount"]));
    }

    [Fact]
    public async Task Dev_and_prod_share_an_account_without_sharing_a_name()
    {
        var dev = FixedNames(await DeployedStack.OfFile("dev"));
        var prod = FixedNames(await DeployedStack.OfFile("prod"));

        Assert.NotEmpty(dev);
        Assert.Empty(dev.Intersect(prod));
    }

    /// <summary>A job has a name that follows from what it does: as little can be changed of it as of its name.</summary>
    [Theory]
    [MemberData(nameof(Stacks))]
    public async Task Nothing_but_the_key_s_alias_and_jobs_has_a_name_that_is_not_generated(string name) => Assert.Equal(
        [$"aws:kms/alias:Alias alias/sagemaker-infra-{name}-artifacts"],
        FixedNames(await DeployedStack.OfFile(name)).Where(named => !named.StartsWith(TuningJob, StringComparison.Ordinal)));

    [Fact]
    public async Task Generated_names_fit_also_where_keys_are_as_long_as_they_may_be()
    {
        var longest = new string('x', Infra.Settings.ResourceName.MaxLength);
        var stack = await DeployedStack.Of(Valid.Stack with
        {
            TrainingFamilies = new Dictionary<string, Infra.Training.TrainingFamily>
            {
                [longest] = Valid.Family,
                ["ranking"] = Valid.Family,
            },
            TrainingJobs = new Dictionary<string, Infra.Training.Jobs.TrainingJobSettings> { [longest] = Valid.TrainingJob },
            TuningJobs = new Dictionary<string, Infra.Training.Jobs.TuningJobSettings> { [longest] = Valid.TuningJob },
            Pipelines = new Dictionary<string, Infra.Training.Jobs.PipelineSettings> { [longest] = Valid.Pipeline },
            MultiModelEndpoints = new Dictionary<string, Infra.Hosting.MultiModelSettings>
            {
                [longest] = Valid.MultiModel with { InstanceType = "ml.m6idn.32xlarge" },
            },
            RealtimeEndpoints = new Dictionary<string, Infra.Hosting.RealtimeSettings>
            {
                ["r" + longest[1..]] = Valid.Realtime with
                {
                    InstanceType = "ml.m6idn.32xlarge",
                    ScaleToZero = Valid.ScaleToZero,
                    OfficeHours = Valid.OfficeHours,
                },
            },
            AsyncEndpoints = new Dictionary<string, Infra.Hosting.AsyncSettings>
            {
                ["q" + longest[1..]] = Valid.Async with { InstanceType = "ml.m6idn.32xlarge" },
            },
            ServerlessEndpoints = new Dictionary<string, Infra.Hosting.ServerlessSettings> { ["y" + longest[1..]] = Valid.Serverless },
            Budgets = new Dictionary<string, Infra.Governance.BudgetSettings> { [longest] = Valid.Budget with { Topic = true } },
            TrainingGuard = new() { Enabled = true },
        });

        var generated = "-1234567".Length;
        Assert.All(
            stack.Registered.Where(resource => NameLimits.ContainsKey(resource.Type)),
            resource => Assert.InRange(resource.Name.Length + generated, 1, NameLimits[resource.Type]));
    }

    [Theory]
    [MemberData(nameof(Stacks))]
    public async Task Outputs_say_how_to_reach_everything_that_was_deployed(string name)
    {
        var stack = await DeployedStack.OfFile(name);

        Assert.Equal(
            [
                "asyncEndpoints", "bucketKeyArn", "bucketName", "budgets", "multiModelEndpoints", "pipelines",
                "realtimeEndpoints", "requiredArtefacts", "serverlessEndpoints", "trainingFamilies", "trainingGuard",
                "trainingJobs", "tuningJobs",
            ],
            stack.Outputs.Keys.Order());
        var ranking = Output(stack.Outputs["trainingFamilies"], "ranking");
        Assert.Equal("s3://artifacts-1234567/checkpoints/ranking/", await Builders.Outputs.ValueAsync(ranking["checkpoints"]));
        Assert.Equal("pricing-1234567", await Builders.Outputs.ValueAsync(Output(stack.Outputs["serverlessEndpoints"], "pricing")["endpointName"]));
    }

    [Fact]
    public async Task Outputs_name_where_each_model_is_uploaded_to()
    {
        var stack = await DeployedStack.OfFile("prod");

        var models = (Dictionary<string, object?>)Output(stack.Outputs["multiModelEndpoints"], "forecasts")["models"]!;

        Assert.Equal(16, models.Count);
        Assert.Equal("s3://artifacts-1234567/models/live/forecasts/spain.tar.gz", await Builders.Outputs.ValueAsync(models["spain"]));
    }

    /// <summary>Characters a physical name may have. Sources: the services' API references.</summary>
    private static readonly Dictionary<string, int> NameLimits = new()
    {
        ["aws:s3/bucket:Bucket"] = 63,
        ["aws:iam/role:Role"] = 64,
        ["aws:iam/rolePolicy:RolePolicy"] = 128,
        ["aws:iam/policy:Policy"] = 128,
        ["aws:cloudwatch/eventRule:EventRule"] = 64,
        ["aws:sfn/stateMachine:StateMachine"] = 80,
        ["aws:sagemaker/model:Model"] = 63,
        ["aws:sagemaker/endpointConfiguration:EndpointConfiguration"] = 63,
        ["aws:sagemaker/endpoint:Endpoint"] = 63,
        ["aws-native:sagemaker:InferenceComponent"] = 63,
        ["aws:appautoscaling/policy:Policy"] = 256,
        ["aws:appautoscaling/scheduledAction:ScheduledAction"] = 256,
        ["aws:cloudwatch/metricAlarm:MetricAlarm"] = 255,
        ["aws:budgets/budget:Budget"] = 100,
        ["aws:sns/topic:Topic"] = 256,
    };

    private static async Task<IReadOnlyList<JsonNode>> Statements(string stack)
    {
        var deployed = await DeployedStack.OfFile(stack);
        string[] properties = ["policy", "assumeRolePolicy"];
        return [.. deployed.Registered
            .SelectMany(resource => properties.Select(property => resource[property] as string))
            .Where(document => document is not null)
            .SelectMany(document => JsonNode.Parse(document!)!["Statement"]!.AsArray())
            .Select(statement => statement!)];
    }

    private static IEnumerable<string> Texts(JsonNode? node) => node switch
    {
        JsonArray list => list.Select(item => (string)item!),
        null => [],
        _ => [(string)node!],
    };

    /// <summary>The types with an output "tagsAll" are those that take tags.</summary>
    private static bool Taggable(string type, ImmutableArray<Resource> resources) => resources.Any(resource =>
        resource.GetType().GetProperty("TagsAll") is not null
        && resource.GetType().GetCustomAttributes(inherit: true).OfType<ResourceTypeAttribute>().Any(token => token.Type == type));

    private static IEnumerable<string> ComponentNames(DeployedStack stack) => stack.Registered
        .Where(resource => resource.Type.StartsWith("ml:", StringComparison.Ordinal))
        .Select(resource => resource.Type.Split(':')[2]);

    private static IReadOnlyList<string> FixedNames(DeployedStack stack) => [.. stack.Registered
        .Where(resource => resource["name"] is string)
        .Select(resource => $"{resource.Type} {resource["name"]}")];

    private static Dictionary<string, object?> Output(object? group, string name) =>
        (Dictionary<string, object?>)((Dictionary<string, object?>)group!)[name]!;
}
