using System.Text.Json.Nodes;
using Infra.Tests.Builders;
using Infra.Training;

namespace Infra.Tests.Training;

/// <summary>
/// No permission to create something that runs on instances goes without a limit on the type, and where IAM has a key for
/// it on the time: walked over every policy document of a stack.
/// </summary>
public class CreatePermissionTests
{
    /// <summary>Actions by whether they know a run time.</summary>
    /// <remarks>https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonsagemaker.html</remarks>
    private static readonly Dictionary<string, bool> HasRuntime = new()
    {
        ["sagemaker:CreateTrainingJob"] = true,
        ["sagemaker:CreateHyperParameterTuningJob"] = true,
        ["sagemaker:CreateProcessingJob"] = true,
        ["sagemaker:UpdateTrainingJob"] = false,
        ["sagemaker:CreateTransformJob"] = false,
        ["sagemaker:CreateEndpointConfig"] = false,
        ["sagemaker:CreateNotebookInstance"] = false,
        ["sagemaker:UpdateNotebookInstance"] = false,
        ["sagemaker:CreateApp"] = false,
        ["sagemaker:CreateCluster"] = false,
    };

    public static TheoryData<bool, bool> Families => new() { { true, true }, { true, false }, { false, true } };

    [Theory]
    [MemberData(nameof(Families))]
    public async Task Every_permission_to_create_names_type_and_run_time_of_its_family(bool spot, bool fallback)
    {
        var family = Valid.Family with { Spot = spot, OnDemandFallback = fallback };
        var stack = await DeployedStack.Of(Valid.Stack with
        {
            TrainingFamilies = new Dictionary<string, TrainingFamily> { ["ranking"] = family },
            TrainingGuard = new() { Enabled = true, StopJobs = true },
        });

        var creating = stack.Registered.SelectMany(IamDocuments.Statements).Where(Creates).ToArray();

        var statement = Assert.Single(creating);
        Assert.Equal("ranking-launcher", statement.Owner);
        Assert.Equal(["sagemaker:CreateTrainingJob"], statement.Actions);
        Assert.Null(Fault(statement));
        Assert.Equal("ml.g5.xlarge", (string?)statement.Conditions!["ForAllValues:StringEquals"]!["sagemaker:InstanceTypes"]);
        Assert.Equal("3600", (string?)statement.Conditions!["NumericLessThanEquals"]!["sagemaker:MaxRuntimeInSeconds"]);
    }

    [Theory]
    [InlineData("dev")]
    [InlineData("prod")]
    public async Task No_stack_of_this_repository_has_one_without(string name)
    {
        var stack = await DeployedStack.OfFile(name);

        var creating = stack.Registered.SelectMany(IamDocuments.Statements).Where(Creates).ToArray();

        Assert.NotEmpty(creating);
        Assert.All(creating, statement => Assert.Null(Fault(statement)));
    }

    [Theory]
    [InlineData("sagemaker:CreateTrainingJob", "{}")]
    [InlineData("sagemaker:Create*", "{}")]
    [InlineData("sagemaker:*", "{}")]
    [InlineData("*", "{}")]
    // True where the request names no type at all.
    [InlineData("sagemaker:CreateTransformJob", """{"ForAllValues:StringEquals": {"sagemaker:InstanceTypes": "ml.m5.xlarge"}}""")]
    [InlineData("sagemaker:CreateTrainingJob", """
        {"ForAllValues:StringEquals": {"sagemaker:InstanceTypes": "ml.m5.xlarge"}, "Null": {"sagemaker:InstanceTypes": "false"}}
        """)]
    // True where the request names no time.
    [InlineData("sagemaker:CreateTrainingJob", """
        {"ForAllValues:StringEquals": {"sagemaker:InstanceTypes": "ml.m5.xlarge"}, "Null": {"sagemaker:InstanceTypes": "false"},
         "NumericLessThanEqualsIfExists": {"sagemaker:MaxRuntimeInSeconds": "60"}}
        """)]
    public void What_limits_too_little_is_found(string action, string conditions) =>
        Assert.NotNull(Fault(new("a", "Allow", [action], ["*"], JsonNode.Parse(conditions))));

    private static bool Creates(FoundStatement statement) =>
        statement.Effect == "Allow" && statement.Actions.Any(action => action.Contains('*', StringComparison.Ordinal) || HasRuntime.ContainsKey(action));

    private static string? Fault(FoundStatement statement)
    {
        if (statement.Actions.Any(action => action.Contains('*', StringComparison.Ordinal)))
            return "allows whatever AWS adds";
        var conditions = statement.Conditions;
        var types = conditions?["ForAllValues:StringEquals"] ?? conditions?["ForAllValues:StringLike"];
        if (types?["sagemaker:InstanceTypes"] is null
            || (string?)conditions!["Null"]?["sagemaker:InstanceTypes"] != "false")
        {
            return "limits no instance type";
        }

        return statement.Actions.Any(action => HasRuntime.GetValueOrDefault(action))
            && conditions["NumericLessThanEquals"]?["sagemaker:MaxRuntimeInSeconds"] is null
                ? "limits no run time"
                : null;
    }
}
