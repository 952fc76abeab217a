using System.Collections;
using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Infra.Governance;
using Infra.Settings;
using Infra.Tests.Builders;
using Pulumi;

namespace Infra.Tests;

/// <summary>Promises that hold for every resource of every stack of this repository.</summary>
public class PlatformTests
{
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
        Assert.Equal(6, stack.All("aws:sfn/stateMachine:StateMachine").Count);
        Assert.Single(stack.All("ml:cleanup:IdleEndpointSweeper"));
        Assert.Single(stack.All("ml:network:PrivateNetwork"));
        Assert.Equal(2, stack.All("ml:development:DevNotebook").Count);
        Assert.Single(stack.All("ml:training:HyperParameterTuning"));
        Assert.Single(stack.All("ml:training:TrainingPipeline"));
        Assert.Equal(3, stack.All("ml:hosting:RealtimeEndpoint").Count);
        Assert.Equal(2, stack.All("ml:hosting:MultiModelEndpoint").Count);
        Assert.Equal(8, stack.All("ml:hosting:ServerlessEndpoint").Count);
        Assert.Equal(3, stack.All("ml:governance:CostBudget").Count);
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
                Assert.Contains(resource.Tags["cost-category"], new[] { "training", "inference", "storage", "data-transfer", "governance" });
                Assert.Contains(resource.Tags["component"], ComponentNames(stack));
            });
    }

    [Fact]
    public async Task So_says_whatever_settings_can_declare()
    {
        var stack = await DeployedStack.Of(Valid.Everything);
        var untagged = stack.Registered.Where(resource => Taggable(resource.Type, stack.Resources) && !CostTags.Keys.All(resource.Tags.ContainsKey));

        Assert.Empty(untagged.Select(resource => $"{resource.Type} {resource.Name}"));
    }

    [Fact]
    public void Everything_leaves_no_kind_of_resource_out() => Assert.Empty(SettingsShape.PropertiesOf(typeof(StackSettings))
        .Where(property => property.GetValue(Valid.Everything) is ICollection { Count: 0 } && property.Name != nameof(StackSettings.Usage))
        .Select(property => property.Name));

    [Fact]
    public async Task Environments_share_an_account_without_sharing_a_name()
    {
        var dev = Names(await DeployedStack.Of(Valid.Everything, "dev"));
        var prod = Names(await DeployedStack.Of(Valid.Everything with { AccountBaseline = new() }, "prod"));

        Assert.NotEmpty(dev);
        Assert.Empty(dev.Intersect(prod));
    }

    [Fact]
    public async Task Dev_and_prod_of_this_repository_share_an_account_too() =>
        Assert.Empty(Names(await DeployedStack.OfFile("dev")).Intersect(Names(await DeployedStack.OfFile("prod"))));

    /// <summary>The physical names that a stack chooses itself, by type; what has none is named by the provider.</summary>
    private static IEnumerable<(string Type, string Name)> Names(DeployedStack stack) =>
        from resource in stack.Registered
        from property in (string[])["name", "namePrefix", "bucket", "dashboardName", "pipelineName"]
        where resource.Type.StartsWith("aws", StringComparison.Ordinal) && !resource.Type.Contains("bucket", StringComparison.OrdinalIgnoreCase)
        where !PartsOfOthers.Contains(resource.Type)
        // What ends like this was generated for another resource, whose name it is.
        where resource[property] is string text && !text.EndsWith("-1234567", StringComparison.Ordinal)
        select (resource.Type, (string)resource[property]!);

    /// <summary>Types whose names are unique within something else only.</summary>
    private static readonly string[] PartsOfOthers =
    [
        "aws:appautoscaling/policy:Policy", "aws:appautoscaling/scheduledAction:ScheduledAction", "aws:iam/rolePolicy:RolePolicy",
    ];

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
            "sagemaker:ListEndpoints", "sagemaker:ListInferenceComponents",
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

    [Theory]
    [MemberData(nameof(Stacks))]
    public async Task Nothing_has_a_name_that_is_not_generated_but_what_the_provider_or_SageMaker_names(string name) => Assert.All(
        FixedNames(await DeployedStack.OfFile(name)),
        fixedName => Assert.Contains(
            (string[])
            [
                // The provider makes up no name for these two: project and stack are in it.
                $"aws:kms/alias:Alias alias/sagemaker-infra-{name}-artifacts",
                $"aws:cloudwatch/dashboard:Dashboard sagemaker-infra-{name}-dashboard",
                // SageMaker writes to these, whoever makes them.
                "aws:cloudwatch/logGroup:LogGroup /aws/sagemaker/",
                // A job has a name that follows from what it does: as little can be changed of it as of its name.
                "aws:sagemaker/hyperParameterTuningJob:HyperParameterTuningJob ",
            ],
            part => fixedName.StartsWith(part, StringComparison.Ordinal)));

    [Theory]
    [MemberData(nameof(Stacks))]
    public async Task Outputs_say_how_to_reach_everything_that_was_deployed(string name)
    {
        var stack = await DeployedStack.OfFile(name);

        var page = File.ReadAllText(Path.Combine(StackYaml.RepositoryFolder, "docs", "outputs.md"));
        Assert.All(stack.Outputs.Keys, key => Assert.Contains($"`{key}", page));
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
