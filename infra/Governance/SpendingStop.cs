using Infra.Identity;

namespace Infra.Governance;

/// <summary>The documents of a budget action: what it denies, and what it may do to deny it.</summary>
/// <remarks>
/// An action can attach a policy; it cannot stop a job or an endpoint. So it keeps new costs from beginning and leaves those that run.
/// https://docs.aws.amazon.com/cost-management/latest/userguide/budgets-controls.html
/// </remarks>
internal static class SpendingStop
{
    /// <summary>Whatever makes SageMaker bill for something new.</summary>
    public static PolicyDocument Denied { get; } = new(new Statement
    {
        Sid = "NothingNewInSageMaker",
        Effect = "Deny",
        Actions =
        [
            "sagemaker:CreateApp", "sagemaker:CreateAutoMLJob", "sagemaker:CreateAutoMLJobV2", "sagemaker:CreateCluster",
            "sagemaker:CreateEndpoint", "sagemaker:CreateHyperParameterTuningJob", "sagemaker:CreateInferenceComponent",
            "sagemaker:CreateLabelingJob", "sagemaker:CreateNotebookInstance", "sagemaker:CreateProcessingJob",
            "sagemaker:CreateTrainingJob", "sagemaker:CreateTransformJob", "sagemaker:StartNotebookInstance",
            "sagemaker:StartPipelineExecution", "sagemaker:UpdateEndpoint", "sagemaker:UpdateEndpointWeightsAndCapacities",
            "sagemaker:UpdateInferenceComponent", "sagemaker:UpdateInferenceComponentRuntimeConfig",
        ],
        Resources = ["*"],
    });

    /// <summary>Attaching that one policy to those roles and no others.</summary>
    public static PolicyDocument Attach(string policyArn, IReadOnlyList<string> roles, AwsPlace place) => new(new Statement
    {
        Sid = "AttachTheStop",
        Actions = ["iam:AttachRolePolicy", "iam:DetachRolePolicy"],
        Resources = [.. roles.Select(place.RoleArn)],
        Conditions = [new("ArnEquals", "iam:PolicyARN", policyArn)],
    });
}
