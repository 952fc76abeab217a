using Infra.Identity;

namespace Infra.Development;

/// <summary>Stopping one notebook instance: what the instance may do to itself, and its schedule to it.</summary>
internal static class NotebookAccess
{
    public static PolicyDocument Stop(string notebook, AwsPlace place) => new(new Statement
    {
        Sid = "StopNotebook",
        Actions = ["sagemaker:StopNotebookInstance"],
        Resources = [place.Arn("sagemaker", $"notebook-instance/{notebook}")],
    });
}
