using System.Text.Json.Nodes;

namespace Infra.Training;

/// <summary>The events that wake a guard: a training job began or ended, whoever created it.</summary>
/// <remarks>https://docs.aws.amazon.com/sagemaker/latest/dg/automating-sagemaker-with-eventbridge.html</remarks>
internal static class GuardEvents
{
    public static JsonObject For(TrainingGuardSettings settings) => new()
    {
        ["source"] = new JsonArray("aws.sagemaker"),
        ["detail-type"] = new JsonArray("SageMaker Training Job State Change"),
        ["detail"] = new JsonObject
        {
            ["TrainingJobStatus"] = settings.CheckUtilization
                ? new JsonArray("InProgress", "Completed", "Failed", "Stopped")
                : new JsonArray("InProgress"),
        },
    };
}
