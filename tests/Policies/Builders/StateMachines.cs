using AwsStateMachine = ResourceViews.Aws.Sfn.StateMachineProps;

namespace Policies.Tests.Builders;

/// <summary>State machines as JSON, made of the parts that tests vary.</summary>
internal static class StateMachines
{
    public const string Checkpoints = "s3://artifacts/checkpoints/churn/";

    public static AwsStateMachine Aws(string definition) => new() { Definition = definition };

    /// <summary>A machine that starts with the first state given.</summary>
    public static string Machine(params (string Name, string Body)[] states) =>
        $$$"""{"StartAt":"{{{states[0].Name}}}","States":{ {{{string.Join(',', states.Select(state => $"\"{state.Name}\":{state.Body}"))}}} }}""";

    /// <summary>A task that trains.</summary>
    public static string Train(
        string spot = "true", string checkpoint = Checkpoints, string type = "ml.g5.xlarge", string then = "\"End\":true", string? catcher = null) =>
        Task($$"""
            {
              "EnableManagedSpotTraining": {{spot}},
              "CheckpointConfig": {"S3Uri": "{{checkpoint}}"},
              "ResourceConfig": {"InstanceType": "{{type}}", "InstanceCount": 1},
              "StoppingCondition": {"MaxRuntimeInSeconds": 3600, "MaxWaitTimeInSeconds": 7200}
            }
            """, then, catcher);

    /// <summary>A task that starts a training job with this request.</summary>
    public static string Task(
        string parameters, string then = "\"End\":true", string? catcher = null, string action = "sagemaker:createTrainingJob.sync") => $$"""
        {
          "Type": "Task", "Resource": "arn:aws:states:::{{action}}", "Parameters": {{parameters}},
          {{(catcher is null ? "" : $$"""
            "Catch": [{"ErrorEquals": ["States.ALL"], "Next": "{{catcher}}"}],
            """)}}
          {{then}}
        }
        """;

    public static string Then(string next) => $"\"Next\":\"{next}\"";

    public static string Choice(string rule, string otherwise) => $$"""{"Type":"Choice","Choices":[{{rule}}],"Default":"{{otherwise}}"}""";

    public static string Parallel(string then, string? catcher, params string[] branches) =>
        $$"""
        {
          "Type": "Parallel", "Branches": [{{string.Join(',', branches)}}],
          {{(catcher is null ? "" : $$"""
            "Catch": [{"ErrorEquals": ["States.ALL"], "Next": "{{catcher}}"}],
            """)}}
          {{then}}
        }
        """;

    public static string Map(string machine, string then = "\"End\":true", string processor = "ItemProcessor") =>
        $$"""{"Type":"Map","{{processor}}":{{machine}},{{then}}}""";

    public const string Succeed = """{"Type":"Succeed"}""";

    public const string Completed = """{"Variable":"$.TrainingJobStatus","StringEquals":"Completed","Next":"Done"}""";
}
