namespace Policies.Tests.Builders;

/// <summary>Pipelines as JSON, made of the parts that tests vary.</summary>
internal static class Pipelines
{
    public static ResourceViews.Aws.Sagemaker.PipelineProps Aws(string definition) => new() { PipelineDefinition = definition };

    public static ResourceViews.AwsNative.SageMaker.PipelineProps Native(string definition) => new()
    {
        PipelineDefinition = PropertyValue.Of(PropertyMap.Of(("pipelineDefinitionBody", definition))),
    };

    public static string Pipeline(string parameters, params string[] steps) =>
        $$"""{"Version":"2020-12-01","Parameters":[{{parameters}}],"Steps":[{{string.Join(',', steps)}}]}""";

    public static string Step(string name, string type, string arguments) =>
        $$"""{"Name":"{{name}}","Type":"{{type}}","Arguments":{{arguments}}}""";

    public static string Training(string name = "Train", string spot = "true", string type = "\"ml.g5.xlarge\"") => Step(name, "Training", $$"""
        {
          "EnableManagedSpotTraining": {{spot}},
          "CheckpointConfig": {"S3Uri": "s3://artifacts/checkpoints/churn/"},
          "ResourceConfig": {"InstanceType": {{type}}, "InstanceCount": 1}
        }
        """);

    public static string Condition(string name, string ifSteps, string elseSteps) =>
        Step(name, "Condition", $$"""{"Conditions":[],"IfSteps":[{{ifSteps}}],"ElseSteps":[{{elseSteps}}]}""");
}
