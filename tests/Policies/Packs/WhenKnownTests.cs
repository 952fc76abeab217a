using System.Collections.Immutable;
using Policies.Packs;

namespace Policies.Tests.Packs;

/// <summary>What makes a property known that is not known yet.</summary>
public class WhenKnownTests
{
    private const string AfterDeployment = "A deployment makes it known.";

    private const string InMachine = "An execution decides it, no deployment makes it known: "
        + "state the value in the definition instead of taking it from the input of the execution.";

    private const string InPipeline = "An execution decides it, no deployment makes it known: "
        + "give the parameter that it comes from a default, or state the value in the definition.";

    private static readonly PolicyResource Undecided =
        PolicyTest.Resource("aws:sagemaker/model:Model", PropertyMap.Of(("primaryContainer", PropertyMap.Of(("modelDataUrl", PropertyValue.Unknown)))));

    [Fact]
    public void What_Pulumi_does_not_know_a_deployment_makes_known() =>
        Assert.Equal(AfterDeployment, WhenKnown.Of(Undecided, "primaryContainer.modelDataUrl"));

    [Fact]
    public void What_is_not_known_of_the_stack_a_deployment_makes_known() => Assert.Equal(AfterDeployment, WhenKnown.Of(null, "region"));

    [Theory]
    [InlineData("Known once aws:s3/bucket:Bucket a is deployed.", "a")]
    [InlineData("Known once aws:s3/bucket:Bucket a and aws:s3/bucket:Bucket b are deployed.", "a", "b")]
    [InlineData(
        "Known once aws:s3/bucket:Bucket a, aws:s3/bucket:Bucket b, aws:s3/bucket:Bucket c and 2 more are deployed.", "a", "b", "c", "d", "e")]
    public void The_resources_that_it_comes_from_are_named(string expected, params string[] buckets) => Assert.Equal(
        expected,
        WhenKnown.Of(
            Undecided with
            {
                PropertyDependencies = ImmutableDictionary<string, ImmutableArray<string>>.Empty.Add(
                    "primaryContainer", [.. buckets.Select(bucket => $"urn:pulumi:dev::ml::ml:storage:Bucket$aws:s3/bucket:Bucket::{bucket}")]),
            },
            "primaryContainer.modelDataUrl"));

    [Theory]
    [InlineData("aws:sfn/stateMachine:StateMachine", "definition")]
    [InlineData("aws-native:stepfunctions:StateMachine", "definitionString")]
    public void What_the_definition_of_a_state_machine_leaves_open_an_execution_decides(string type, string input) => Assert.Equal(
        InMachine, WhenKnown.Of(PolicyTest.Resource(type, PropertyMap.Of((input, "{}"))), $"{input}.States[\"Train it\"].Parameters.ResourceConfig"));

    [Theory]
    [InlineData("aws:sagemaker/pipeline:Pipeline", "pipelineDefinition")]
    [InlineData("aws-native:sagemaker:Pipeline", "pipelineDefinition.pipelineDefinitionBody")]
    public void What_a_pipeline_leaves_open_an_execution_decides(string type, string path) => Assert.Equal(
        InPipeline,
        WhenKnown.Of(PolicyTest.Resource(type, PropertyMap.Of(("pipelineDefinition", "{}"))), $"{path}.Steps[\"Train\"].Arguments"));

    [Fact]
    public void A_definition_that_is_not_known_itself_a_deployment_makes_known() => Assert.Equal(
        AfterDeployment,
        WhenKnown.Of(
            PolicyTest.Resource("aws:sfn/stateMachine:StateMachine", PropertyMap.Of(("definition", PropertyValue.Unknown))), "definition"));

    [Fact]
    public void What_a_definition_takes_from_a_resource_a_deployment_makes_known() => Assert.Equal(
        AfterDeployment,
        WhenKnown.Of(
            PolicyTest.Resource("aws-native:stepfunctions:StateMachine", PropertyMap.Of(
                ("definitionString", "{}"), ("definitionSubstitutions", PropertyMap.Of(("type", PropertyValue.Unknown))))),
            "definitionString.States.Train.Parameters.ResourceConfig.InstanceType"));

    [Fact]
    public void Beside_its_definition_a_deployment_knows_all_of_a_state_machine() => Assert.Equal(
        AfterDeployment, WhenKnown.Of(PolicyTest.Resource("aws:sfn/stateMachine:StateMachine", PropertyMap.Of(("definition", "{}"))), "tags"));
}
